import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';

/** Emptying of the demonstration; what is invented is found without a scan. */
export class DemoEmptying1764000003000 implements MigrationInterface {
  name = 'DemoEmptying1764000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE demo_emptying (
      id ${id} NOT NULL PRIMARY KEY, person_id ${id} NOT NULL, organisation_id ${id} NOT NULL, organisations INT NOT NULL,
      compounds INT NOT NULL, people INT NOT NULL, told_up_to ${id} NULL, started_at DATETIME(3) NOT NULL,
      finished_at DATETIME(3) NULL, INDEX ix_demo_emptying_finished (finished_at))`);
    await runner.query('ALTER TABLE organisation ADD INDEX ix_organisation_demo (demo, kind, id)');
    await runner.query('ALTER TABLE compound ADD INDEX ix_compound_demo (demo, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE compound DROP INDEX ix_compound_demo');
    await runner.query('ALTER TABLE organisation DROP INDEX ix_organisation_demo');
    await runner.query('DROP TABLE demo_emptying');
  }
}
