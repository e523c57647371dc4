import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What deals and desk tell of packages and pairs, and what was told of lists. */
export class DealsFollowed1764000000002 implements MigrationInterface {
  name = 'DealsFollowed1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
    const code = (length: number) => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;
    await runner.query('ALTER TABLE feed ADD COLUMN settle_position BIGINT NOT NULL DEFAULT 0');
    await runner.query('ALTER TABLE feed ALTER COLUMN settle_position DROP DEFAULT');
    await runner.query('UPDATE feed SET settle_position = position');
    await runner.query('ALTER TABLE package_copy ADD COLUMN content_sequence BIGINT NOT NULL DEFAULT 0');
    await runner.query('ALTER TABLE package_copy ALTER COLUMN content_sequence DROP DEFAULT');
    await runner.query('UPDATE package_copy SET content_sequence = sequence');
    await runner.query(
      'ALTER TABLE need_copy ADD COLUMN list_version INT NOT NULL DEFAULT 0, ADD COLUMN told MEDIUMTEXT NULL',
    );
    await runner.query('ALTER TABLE need_copy ALTER COLUMN list_version DROP DEFAULT');
    await runner.query(`CREATE TABLE capacity_copy (
      package_id ${id} NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL, used INT NOT NULL,
      CONSTRAINT ck_capacity_copy_used CHECK (used >= 0))`);
    await runner.query(`CREATE TABLE pair_step (
      source_id ${id} NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL, kind ${code(20)} NOT NULL, need_id ${id} NOT NULL,
      lot_id ${id} NULL, attempt INT NOT NULL, organisation_id ${id} NULL, package_id ${id} NULL, stage ${code(20)} NULL,
      INDEX ix_pair_step_need (need_id),
      CONSTRAINT ck_pair_step_kind CHECK (kind IN ('introduction', 'response', 'lot')))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE pair_step');
    await runner.query('DROP TABLE capacity_copy');
    await runner.query('ALTER TABLE need_copy DROP COLUMN list_version, DROP COLUMN told');
    await runner.query('ALTER TABLE package_copy DROP COLUMN content_sequence');
    await runner.query('ALTER TABLE feed DROP COLUMN settle_position');
  }
}
