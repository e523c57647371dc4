import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which body brokered an introduction, also where its broker acted in the poster's name. Of what was there before, those
 * made in a poster's name stay unknown.
 */
export class IntroductionBrokering1700000309000 implements MigrationInterface {
  name = 'IntroductionBrokering1700000309000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE introduction ADD COLUMN brokering_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL',
    );
    await runner.query(`UPDATE introduction SET brokering_id = broker_organisation_id WHERE by_side = 'broker'`);
    await runner.query(`ALTER TABLE introduction ADD CONSTRAINT ck_introduction_brokering
      CHECK (by_side = 'poster' OR brokering_id IS NOT NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE introduction DROP CONSTRAINT ck_introduction_brokering');
    await runner.query('ALTER TABLE introduction DROP COLUMN brokering_id');
  }
}
