import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People keep how they like the tables of the console. */
export class TableSettings1764000002000 implements MigrationInterface {
  name = 'TableSettings1764000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE table_settings (
      person_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      table_name VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      version INT NOT NULL, settings MEDIUMTEXT NOT NULL, updated_at DATETIME(3) NOT NULL,
      PRIMARY KEY (person_id, table_name))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE table_settings');
  }
}
