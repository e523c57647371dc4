import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Copies of needs, packages, organisations and taxonomy; feeds; matches. */
export class MatcherTables1764000000000 implements MigrationInterface {
  name = 'MatcherTables1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
    const code = (length: number) => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;
    await runner.query(
      `CREATE TABLE feed (name ${code(20)} NOT NULL PRIMARY KEY, position BIGINT NOT NULL, label ${code(40)} NOT NULL)`,
    );
    await runner.query(`CREATE TABLE need_copy (
      id ${id} NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL, state ${code(20)} NOT NULL, open TINYINT NOT NULL,
      organisation_id ${id} NOT NULL, district VARCHAR(30) NOT NULL, subdistrict VARCHAR(60) NULL, changed_by ${code(60)} NOT NULL,
      body MEDIUMTEXT NOT NULL, change_no BIGINT NOT NULL, matched_sequence BIGINT NOT NULL, matched_change_no BIGINT NOT NULL,
      matched_epoch BIGINT NOT NULL, matched_at DATETIME(3) NULL, due_since DATETIME(3) NULL,
      INDEX ix_need_copy_due (due_since, id), INDEX ix_need_copy_change (change_no, id),
      INDEX ix_need_copy_epoch (open, matched_epoch, id), INDEX ix_need_copy_backlog (changed_by, due_since),
      INDEX ix_need_copy_organisation (organisation_id),
      CONSTRAINT ck_need_copy_matched CHECK (matched_sequence <= sequence AND matched_change_no <= change_no))`);
    await runner.query(`CREATE TABLE package_copy (
      id ${id} NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL, state ${code(20)} NOT NULL, provider_id ${id} NOT NULL,
      body MEDIUMTEXT NOT NULL, change_no BIGINT NOT NULL, matched_sequence BIGINT NOT NULL, due_since DATETIME(3) NULL,
      INDEX ix_package_copy_due (due_since, id), INDEX ix_package_copy_change (change_no, id),
      INDEX ix_package_copy_state (state, id), INDEX ix_package_copy_provider (provider_id, state),
      CONSTRAINT ck_package_copy_matched CHECK (matched_sequence <= sequence))`);
    await runner.query(
      `CREATE TABLE organisation_copy (id ${id} NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL, body MEDIUMTEXT NOT NULL)`,
    );
    await runner.query(`CREATE TABLE affiliation_copy (
      from_id ${id} NOT NULL, type ${code(20)} NOT NULL, to_id ${id} NOT NULL,
      PRIMARY KEY (from_id, type, to_id), INDEX ix_affiliation_copy_to (to_id, type))`);
    await runner.query(
      `CREATE TABLE taxonomy_copy (name ${code(10)} NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL, body MEDIUMTEXT NOT NULL)`,
    );
    await runner.query(`CREATE TABLE need_match (
      id ${id} NOT NULL PRIMARY KEY, need_id ${id} NOT NULL, package_id ${id} NOT NULL, provider_id ${id} NOT NULL,
      state ${code(10)} NOT NULL, need_shown TINYINT NOT NULL, score INT NOT NULL, place INT NOT NULL,
      contributions MEDIUMTEXT NOT NULL, reasons MEDIUMTEXT NOT NULL, findings MEDIUMTEXT NOT NULL, covered MEDIUMTEXT NOT NULL,
      need_sequence BIGINT NOT NULL, package_sequence BIGINT NOT NULL, weights_version ${code(40)} NOT NULL,
      created_at DATETIME(3) NOT NULL, updated_at DATETIME(3) NOT NULL, version INT NOT NULL,
      UNIQUE INDEX ux_need_match_pair (need_id, package_id), INDEX ix_need_match_list (need_id, state, place, package_id),
      INDEX ix_need_match_package (package_id, state, need_shown, score, need_id),
      CONSTRAINT ck_need_match_state CHECK (state IN ('suggested', 'dismissed')),
      CONSTRAINT ck_need_match_score CHECK (score BETWEEN 0 AND 10000))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'need_match',
      'taxonomy_copy',
      'affiliation_copy',
      'organisation_copy',
      'package_copy',
      'need_copy',
      'feed',
    ])
      await runner.query(`DROP TABLE ${table}`);
  }
}
