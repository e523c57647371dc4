import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
const code = 'VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin';
const ofNeed = ['lot_copy', 'agreement_copy', 'objection_copy'];

/** Copies of what other services own. */
export class CopyTables1700000300000 implements MigrationInterface {
  name = 'CopyTables1700000300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['organisation_copy', 'package_copy', 'need_match_copy'])
      await runner.query(`CREATE TABLE ${table} (
        id ${id} NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL, body MEDIUMTEXT NOT NULL)`);
    await runner.query(`CREATE TABLE affiliation_copy (
      from_id ${id} NOT NULL, type ${code} NOT NULL, to_id ${id} NOT NULL, PRIMARY KEY (from_id, type, to_id),
      INDEX ix_affiliation_copy_to (to_id, type))`);
    await runner.query(`CREATE TABLE need_copy (
      id ${id} NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL, body MEDIUMTEXT NULL)`);
    for (const table of ofNeed)
      await runner.query(`CREATE TABLE ${table} (
        id ${id} NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL, need_id ${id} NOT NULL, body MEDIUMTEXT NOT NULL,
        INDEX ix_${table}_need (need_id))`);
    await runner.query(`CREATE TABLE response_copy (
      id ${id} NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL, need_id ${id} NOT NULL, state ${code} NOT NULL,
      body MEDIUMTEXT NOT NULL, INDEX ix_response_copy_need (need_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'response_copy',
      ...ofNeed,
      'need_copy',
      'affiliation_copy',
      'organisation_copy',
      'package_copy',
      'need_match_copy',
    ])
      await runner.query(`DROP TABLE ${table}`);
  }
}
