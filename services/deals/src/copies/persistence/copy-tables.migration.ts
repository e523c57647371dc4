import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
const code = 'VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin';

/** Copies of what other services own. */
export class CopyTables1700000200000 implements MigrationInterface {
  name = 'CopyTables1700000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE organisation_copy (
      id ${id} NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL, body MEDIUMTEXT NOT NULL)`);
    await runner.query(`CREATE TABLE affiliation_copy (
      from_id ${id} NOT NULL, type ${code} NOT NULL, to_id ${id} NOT NULL, PRIMARY KEY (from_id, type, to_id),
      INDEX ix_affiliation_copy_to (to_id, type))`);
    await runner.query(`CREATE TABLE package_copy (
      id ${id} NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL, provider_id ${id} NOT NULL, state ${code} NOT NULL,
      body MEDIUMTEXT NOT NULL)`);
    await runner.query(`CREATE TABLE need_copy (
      id ${id} NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL, state ${code} NOT NULL, body MEDIUMTEXT NOT NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['need_copy', 'package_copy', 'affiliation_copy', 'organisation_copy'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
