import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the emptying of the demonstration took away. */
export class EmptiedTables1700000003000 implements MigrationInterface {
  name = 'EmptiedTables1700000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE emptied (
      id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY, at DATETIME(3) NOT NULL, settled_at DATETIME(3) NULL,
      INDEX ix_emptied_settled (settled_at))`);
    await runner.query(`CREATE TABLE emptied_count (
      table_name VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY, removed BIGINT NOT NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE emptied_count');
    await runner.query('DROP TABLE emptied');
  }
}
