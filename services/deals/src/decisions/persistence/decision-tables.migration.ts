import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
const code = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/** Awards with their documents, direct requests, objections. `ux_award_live` is invariant 1, whatever the code does. */
export class DecisionTables1700000204000 implements MigrationInterface {
  name = 'DecisionTables1700000204000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE award (
      id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, lot_id ${id} NOT NULL, need_id ${id} NOT NULL,
      attempt INT NOT NULL, kind ${code(20)} NOT NULL, state ${code(20)} NOT NULL, live INT NULL,
      response_id ${id} NULL, organisation_id ${id} NOT NULL, organisation_name VARCHAR(255) NOT NULL,
      package_id ${id} NULL, package_version INT NULL, amount_fen BIGINT NULL, reason VARCHAR(500) NOT NULL,
      document_note VARCHAR(300) NULL, ranking MEDIUMTEXT NOT NULL, scoring MEDIUMTEXT NULL,
      decided_at DATETIME(3) NOT NULL, notice_until DATETIME(3) NULL, notice_left_ms BIGINT NULL,
      effective_at DATETIME(3) NULL, ended_at DATETIME(3) NULL, cancelled_because VARCHAR(500) NULL,
      UNIQUE INDEX ux_award_live (lot_id, live), UNIQUE INDEX ux_award_response (response_id, live),
      INDEX ix_award_lot (lot_id, id), INDEX ix_award_need (need_id, live),
      INDEX ix_award_due (state, notice_until, id),
      CONSTRAINT ck_award_state CHECK (state IN ('notice', 'objected', 'effective', 'cancelled')),
      CONSTRAINT ck_award_kind CHECK (kind IN ('responses', 'direct', 'emergency', 'recorded')),
      CONSTRAINT ck_award_live CHECK ((live IS NULL OR live = 1) AND (live IS NULL) = (ended_at IS NOT NULL)),
      CONSTRAINT ck_award_cancelled CHECK (state <> 'cancelled' OR (live IS NULL AND cancelled_because IS NOT NULL)),
      CONSTRAINT ck_award_notice CHECK (state NOT IN ('notice', 'objected') OR notice_until IS NOT NULL),
      CONSTRAINT ck_award_amount CHECK (amount_fen IS NULL OR amount_fen >= 0))`);
    await runner.query(`CREATE TABLE award_document (
      id ${id} NOT NULL PRIMARY KEY, award_id ${id} NOT NULL, title VARCHAR(120) NOT NULL,
      file_name VARCHAR(200) NOT NULL, media_type ${code(60)} NOT NULL, size INT NOT NULL, sha256 ${code(64)} NOT NULL,
      added_at DATETIME(3) NOT NULL, INDEX ix_award_document_award (award_id, id))`);
    await runner.query(`CREATE TABLE appointment (
      id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, lot_id ${id} NOT NULL, need_id ${id} NOT NULL,
      need_title VARCHAR(255) NOT NULL, poster_id ${id} NOT NULL, poster_name VARCHAR(255) NOT NULL,
      organisation_id ${id} NOT NULL, organisation_name VARCHAR(255) NOT NULL, package_id ${id} NULL,
      amount_fen BIGINT NULL, reason VARCHAR(500) NOT NULL, state ${code(20)} NOT NULL, waiting INT NULL,
      answer VARCHAR(500) NULL, response_id ${id} NULL, award_id ${id} NULL, asked_at DATETIME(3) NOT NULL,
      answered_at DATETIME(3) NULL,
      UNIQUE INDEX ux_appointment_waiting (lot_id, waiting), INDEX ix_appointment_provider (organisation_id, id),
      INDEX ix_appointment_provider_state (organisation_id, state, id), INDEX ix_appointment_poster (poster_id, id),
      INDEX ix_appointment_poster_state (poster_id, state, id), INDEX ix_appointment_state (state, id),
      CONSTRAINT ck_appointment_state CHECK (state IN ('waiting', 'accepted', 'declined', 'withdrawn', 'lapsed')),
      CONSTRAINT ck_appointment_waiting CHECK ((state = 'waiting') = (waiting IS NOT NULL)
        AND (waiting IS NULL OR waiting = 1)))`);
    await runner.query(`CREATE TABLE objection (
      id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, lot_id ${id} NOT NULL, need_id ${id} NOT NULL,
      need_title VARCHAR(255) NOT NULL, award_id ${id} NOT NULL, poster_id ${id} NOT NULL, objector_id ${id} NOT NULL,
      objector_name VARCHAR(255) NOT NULL, state ${code(20)} NOT NULL, running INT NULL, text MEDIUMTEXT NOT NULL,
      passed_at DATETIME(3) NULL, passed_text MEDIUMTEXT NULL, answer MEDIUMTEXT NULL, answered_at DATETIME(3) NULL,
      formal_at DATETIME(3) NULL, answer_due_at DATETIME(3) NULL, calendar_known TINYINT NOT NULL,
      decision MEDIUMTEXT NULL, decided_at DATETIME(3) NULL, raised_at DATETIME(3) NOT NULL,
      updated_at DATETIME(3) NOT NULL, demo TINYINT NOT NULL,
      UNIQUE INDEX ux_objection_running (award_id, objector_id, running), INDEX ix_objection_award (award_id, state),
      INDEX ix_objection_lot (lot_id, id), INDEX ix_objection_lot_objector (lot_id, objector_id, id),
      CONSTRAINT ck_objection_state CHECK (state IN ('asked', 'answered', 'formal', 'upheld', 'dismissed', 'withdrawn')),
      CONSTRAINT ck_objection_running CHECK ((running IS NOT NULL) = (state IN ('asked', 'answered', 'formal'))
        AND (running IS NULL OR running = 1)),
      CONSTRAINT ck_objection_formal CHECK (state NOT IN ('formal', 'upheld', 'dismissed') OR formal_at IS NOT NULL))`);
    await runner.query(`ALTER TABLE lot ADD INDEX ix_lot_district (district, id),
      ADD INDEX ix_lot_district_state (district, state, id),
      ADD INDEX ix_lot_area_state (district, subdistrict, state, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE lot DROP INDEX ix_lot_district, DROP INDEX ix_lot_district_state, DROP INDEX ix_lot_area_state',
    );
    for (const table of ['objection', 'appointment', 'award_document', 'award'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
