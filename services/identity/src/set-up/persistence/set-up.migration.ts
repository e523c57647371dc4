import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Settings of the platform, and that the association's first word is awaited. */
export class SetUpTable1764000004000 implements MigrationInterface {
  name = 'SetUpTable1764000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE set_up (
      name VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY, version INT NOT NULL,
      organisation_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL, districts MEDIUMTEXT NOT NULL,
      letterhead MEDIUMTEXT NULL, seal MEDIUMTEXT NULL, updated_at DATETIME(3) NULL)`);
    await runner.query(`INSERT INTO set_up (name, version, districts) VALUES ('platform', 1, '[]')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE set_up');
  }
}
