import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
const code = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/**
 * Responses with their parties, receipts and documents, openings, and copies of introductions. `ux_response_party_live`
 * rules out that an organisation bids twice, `ck_response_sealed` and `ck_lot_opening_time` stand behind invariant 2.
 */
export class ResponseTables1700000202000 implements MigrationInterface {
  name = 'ResponseTables1700000202000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE response (
      id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, lot_id ${id} NOT NULL, need_id ${id} NOT NULL,
      attempt INT NOT NULL, organisation_id ${id} NOT NULL, organisation_name VARCHAR(255) NOT NULL,
      state ${code(20)} NOT NULL, sealed TINYINT NOT NULL, disclosed TINYINT NOT NULL, package_id ${id} NULL,
      package_version BIGINT NULL, price_fen BIGINT NULL, content MEDIUMTEXT NULL, content_version INT NOT NULL,
      content_sha256 ${code(64)} NOT NULL, sealed_content MEDIUMTEXT NULL, wrapped_key ${code(200)} NULL,
      lacks MEDIUMTEXT NOT NULL, conflict ${code(10)} NOT NULL, findings MEDIUMTEXT NOT NULL,
      clearance MEDIUMTEXT NULL, waits INT NULL, because MEDIUMTEXT NULL, submitted_at DATETIME(3) NULL,
      opened_at DATETIME(3) NULL, demo TINYINT NOT NULL, created_at DATETIME(3) NOT NULL,
      updated_at DATETIME(3) NOT NULL,
      INDEX ix_response_lot (lot_id, disclosed, id), INDEX ix_response_attempt (lot_id, attempt, state, id),
      INDEX ix_response_waits (waits, id),
      CONSTRAINT ck_response_state CHECK (state IN ('draft', 'submitted', 'opened', 'shortlisted', 'awarded', 'rejected',
        'withdrawn', 'disqualified')),
      CONSTRAINT ck_response_conflict CHECK (conflict IN ('clear', 'flagged', 'cleared', 'refused')),
      CONSTRAINT ck_response_sealed CHECK (sealed = 0 OR opened_at IS NOT NULL OR (content IS NULL
        AND package_id IS NULL AND package_version IS NULL AND price_fen IS NULL AND disclosed = 0)),
      CONSTRAINT ck_response_chosen CHECK (sealed = 0 OR opened_at IS NOT NULL
        OR state NOT IN ('opened', 'shortlisted', 'awarded', 'disqualified')),
      CONSTRAINT ck_response_content CHECK (content IS NOT NULL OR sealed_content IS NOT NULL),
      CONSTRAINT ck_response_key CHECK ((sealed_content IS NULL) = (wrapped_key IS NULL)),
      CONSTRAINT ck_response_submitted CHECK (submitted_at IS NOT NULL OR state IN ('draft', 'withdrawn')))`);
    await runner.query(`CREATE TABLE response_party (
      response_id ${id} NOT NULL, organisation_id ${id} NOT NULL, organisation_name VARCHAR(255) NOT NULL,
      lot_id ${id} NOT NULL, attempt INT NOT NULL, standing ${code(10)} NOT NULL, state ${code(20)} NOT NULL,
      live INT NULL, PRIMARY KEY (response_id, organisation_id),
      UNIQUE INDEX ux_response_party_live (lot_id, attempt, organisation_id, live),
      INDEX ix_response_party_own (organisation_id, response_id),
      INDEX ix_response_party_lot (organisation_id, lot_id, response_id),
      INDEX ix_response_party_standing (organisation_id, standing, response_id),
      INDEX ix_response_party_state (organisation_id, state, response_id),
      INDEX ix_response_party_standing_state (organisation_id, standing, state, response_id),
      CONSTRAINT ck_response_party_standing CHECK (standing IN ('leader', 'invited', 'confirmed', 'declined')),
      CONSTRAINT ck_response_party_live CHECK ((live IS NULL OR live = 1) AND ((live IS NOT NULL) =
        (standing IN ('leader', 'confirmed')
          AND state IN ('draft', 'submitted', 'opened', 'shortlisted', 'awarded')))))`);
    await runner.query(`CREATE TABLE response_receipt (
      id ${id} NOT NULL PRIMARY KEY, response_id ${id} NOT NULL, lot_id ${id} NOT NULL, number ${code(30)} NOT NULL,
      submitted_at DATETIME(3) NOT NULL, content_version INT NOT NULL, content_sha256 ${code(64)} NOT NULL,
      document_sha256s MEDIUMTEXT NOT NULL, sha256 ${code(64)} NOT NULL,
      UNIQUE INDEX ux_response_receipt_number (number), INDEX ix_response_receipt_response (response_id, id))`);
    await runner.query(`CREATE TABLE response_document (
      id ${id} NOT NULL PRIMARY KEY, response_id ${id} NOT NULL, version INT NOT NULL, kept_as ${code(64)} NOT NULL,
      sha256 ${code(64)} NOT NULL, facts MEDIUMTEXT NULL, sealed_facts MEDIUMTEXT NULL, wrapped_key ${code(200)} NULL,
      added_at DATETIME(3) NOT NULL, removed_at DATETIME(3) NULL,
      INDEX ix_response_document_response (response_id, id),
      CONSTRAINT ck_response_document_facts CHECK (facts IS NOT NULL OR sealed_facts IS NOT NULL),
      CONSTRAINT ck_response_document_key CHECK ((sealed_facts IS NULL) = (wrapped_key IS NULL)))`);
    await runner.query(`CREATE TABLE lot_opening (
      lot_id ${id} NOT NULL, attempt INT NOT NULL, due_at DATETIME(3) NOT NULL, opened_at DATETIME(3) NOT NULL,
      opened_by ${code(10)} NOT NULL, entries MEDIUMTEXT NOT NULL, PRIMARY KEY (lot_id, attempt),
      CONSTRAINT ck_lot_opening_time CHECK (opened_at >= due_at))`);
    await runner.query(`CREATE TABLE introduction_copy (
      id ${id} NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL, need_id ${id} NOT NULL, organisation_id ${id} NOT NULL,
      state ${code(20)} NOT NULL, clearance ${code(10)} NOT NULL,
      INDEX ix_introduction_copy_need (need_id, organisation_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'introduction_copy',
      'lot_opening',
      'response_document',
      'response_receipt',
      'response_party',
      'response',
    ])
      await runner.query(`DROP TABLE ${table}`);
  }
}
