import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The staff of associations is published. */
export class StaffState1764000001000 implements MigrationInterface {
  name = 'StaffState1764000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE staff_state (
      organisation_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY, version INT NOT NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE staff_state');
  }
}
