import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which body brokered an introduction: its own response to the need is flagged. Unknown of what was told before. */
export class IntroductionBrokers1700000210000 implements MigrationInterface {
  name = 'IntroductionBrokers1700000210000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE introduction_copy ADD COLUMN brokering_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE introduction_copy DROP COLUMN brokering_id');
  }
}
