import type { MigrationInterface, QueryRunner } from 'typeorm';

const code = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/** Tables of imports: jobs, their rows, and what the rows of a source became. */
export class ImportTables1700000001000 implements MigrationInterface {
  name = 'ImportTables1700000001000';

  async up(runner: QueryRunner): Promise<void> {
    const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
    const exact = 'VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';
    await runner.query(`CREATE TABLE import_job (
      id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, kind ${code(20)} NOT NULL, organisation_id ${id} NOT NULL,
      source VARCHAR(200) NOT NULL, file_name VARCHAR(200) NOT NULL, file_sha256 ${code(64)} NOT NULL, starter MEDIUMTEXT NOT NULL, undoer MEDIUMTEXT NULL,
      dry_run TINYINT NOT NULL, state ${code(10)} NOT NULL, row_count INT NOT NULL, pending INT NOT NULL, created INT NOT NULL,
      updated INT NOT NULL, unchanged INT NOT NULL, refused INT NOT NULL, undone INT NOT NULL, kept INT NOT NULL,
      unknown_headings MEDIUMTEXT NOT NULL, headings MEDIUMTEXT NOT NULL, attempts INT NOT NULL, failure MEDIUMTEXT NULL,
      created_at DATETIME(3) NOT NULL, started_at DATETIME(3) NULL, progressed_at DATETIME(3) NOT NULL, finished_at DATETIME(3) NULL,
      INDEX ix_import_job_kind (kind, id), INDEX ix_import_job_own (kind, organisation_id, id), INDEX ix_import_job_state (state, id),
      CONSTRAINT ck_import_job_state CHECK (state IN ('queued', 'running', 'done', 'failed', 'undoing', 'undone')),
      CONSTRAINT ck_import_job_counts CHECK (row_count = pending + created + updated + unchanged + refused + undone + kept))`);
    await runner.query(`CREATE TABLE import_row (
      import_id ${id} NOT NULL, line INT NOT NULL, external_id ${exact} NULL, content MEDIUMTEXT NULL, content_hash ${code(64)} NULL,
      outcome ${code(10)} NOT NULL, aggregate_id ${id} NULL, aggregate_version INT NULL, faults MEDIUMTEXT NULL,
      PRIMARY KEY (import_id, line), INDEX ix_import_row_outcome (import_id, outcome, line),
      CONSTRAINT ck_import_row_outcome CHECK (outcome IN ('pending', 'created', 'updated', 'unchanged', 'refused', 'undone', 'kept')))`);
    await runner.query(`CREATE TABLE import_identity (
      kind ${code(20)} NOT NULL, organisation_id ${id} NOT NULL, source ${exact} NOT NULL, external_id ${exact} NOT NULL,
      aggregate_id ${id} NOT NULL, aggregate_version INT NOT NULL, content_hash ${code(64)} NOT NULL,
      PRIMARY KEY (kind, organisation_id, source, external_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['import_identity', 'import_row', 'import_job']) await runner.query(`DROP TABLE ${table}`);
  }
}
