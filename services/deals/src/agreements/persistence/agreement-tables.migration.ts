import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
const code = (length: number) => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;
const day = 'CHAR(10) CHARACTER SET ascii COLLATE ascii_bin';
const states = `'drafted', 'signed', 'completed', 'terminated', 'cancelled'`;

/** Agreements, their parts, milestones, files, changes and payments. */
export class AgreementTables1700000206000 implements MigrationInterface {
  name = 'AgreementTables1700000206000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE agreement (
      id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, award_id ${id} NOT NULL, live_award_id ${id} NULL,
      lot_id ${id} NOT NULL, need_id ${id} NOT NULL, need_title VARCHAR(255) NOT NULL, poster_id ${id} NOT NULL,
      poster_name VARCHAR(255) NOT NULL, lead_id ${id} NOT NULL, lead_name VARCHAR(255) NOT NULL, package_id ${id} NULL,
      package_version INT NULL, mode ${code(20)} NOT NULL, funding ${code(30)} NULL, district VARCHAR(60) NOT NULL,
      subdistrict VARCHAR(60) NULL, form ${code(10)} NOT NULL, leaves MEDIUMTEXT NOT NULL, member_ids MEDIUMTEXT NOT NULL,
      state ${code(20)} NOT NULL, price_fen BIGINT NULL, signed_price_fen BIGINT NULL, terms_number INT NOT NULL,
      starts_on ${day} NULL, ends_on ${day} NULL, signed_on ${day} NULL, scan_file_id ${id} NULL,
      poster_confirmed_at DATETIME(3) NULL, provider_confirmed_at DATETIME(3) NULL, because VARCHAR(1000) NULL,
      conclusion VARCHAR(1000) NULL, hand_over MEDIUMTEXT NOT NULL, next_milestone MEDIUMTEXT NULL,
      paid_fen BIGINT NOT NULL, demo TINYINT NOT NULL, ended_at DATETIME(3) NULL, created_at DATETIME(3) NOT NULL,
      updated_at DATETIME(3) NOT NULL,
      UNIQUE INDEX ux_agreement_live (live_award_id), INDEX ix_agreement_lot (lot_id, id),
      CONSTRAINT ck_agreement_state CHECK (state IN (${states})),
      CONSTRAINT ck_agreement_live CHECK (CASE WHEN state IN ('terminated', 'cancelled') THEN live_award_id IS NULL
        ELSE live_award_id IS NOT NULL AND live_award_id = award_id END),
      CONSTRAINT ck_agreement_signed CHECK (state NOT IN ('signed', 'completed', 'terminated') OR (signed_on IS NOT NULL
        AND terms_number >= 1 AND (scan_file_id IS NOT NULL
          OR (form = 'light' AND poster_confirmed_at IS NOT NULL AND provider_confirmed_at IS NOT NULL)))),
      CONSTRAINT ck_agreement_ended CHECK ((ended_at IS NOT NULL) = (state IN ('completed', 'terminated', 'cancelled'))),
      CONSTRAINT ck_agreement_paid CHECK (paid_fen >= 0 AND paid_fen <= COALESCE(price_fen, 0)))`);
    await runner.query(`CREATE TABLE agreement_part (
      agreement_id ${id} NOT NULL, code ${code(60)} NOT NULL, position INT NOT NULL, organisation_id ${id} NOT NULL,
      amount_fen BIGINT NULL, PRIMARY KEY (agreement_id, code),
      INDEX ix_agreement_part_organisation (organisation_id, agreement_id),
      CONSTRAINT ck_agreement_part_amount CHECK (amount_fen IS NULL OR amount_fen >= 0))`);
    await runner.query(`CREATE TABLE agreement_payee (
      agreement_id ${id} NOT NULL, organisation_id ${id} NOT NULL, due_fen BIGINT NOT NULL, paid_fen BIGINT NOT NULL,
      PRIMARY KEY (agreement_id, organisation_id),
      CONSTRAINT ck_agreement_payee_paid CHECK (paid_fen >= 0 AND paid_fen <= due_fen))`);
    await runner.query(`CREATE TABLE agreement_milestone (
      id ${id} NOT NULL PRIMARY KEY, agreement_id ${id} NOT NULL, position INT NOT NULL, title VARCHAR(120) NOT NULL,
      due_on ${day} NULL, amount_fen BIGINT NULL, state ${code(20)} NOT NULL, delivered_at DATETIME(3) NULL,
      INDEX ix_agreement_milestone_agreement (agreement_id, position),
      CONSTRAINT ck_agreement_milestone_state CHECK (state IN ('planned', 'delivered', 'accepted', 'sent_back')),
      CONSTRAINT ck_agreement_milestone_delivered CHECK (state = 'planned' OR delivered_at IS NOT NULL))`);
    await runner.query(`CREATE TABLE agreement_listing (
      scope ${code(10)} NOT NULL, value VARCHAR(200) NOT NULL, agreement_id ${id} NOT NULL, state ${code(20)} NOT NULL,
      PRIMARY KEY (scope, value, agreement_id),
      INDEX ix_agreement_listing_state (scope, value, state, agreement_id),
      INDEX ix_agreement_listing_agreement (agreement_id))`);
    await runner.query(`CREATE TABLE milestone_attention (
      scope ${code(10)} NOT NULL, value VARCHAR(200) NOT NULL, milestone_id ${id} NOT NULL, agreement_id ${id} NOT NULL,
      attention_on ${day} NOT NULL, PRIMARY KEY (scope, value, milestone_id),
      INDEX ix_milestone_attention_due (scope, value, attention_on, milestone_id),
      INDEX ix_milestone_attention_agreement (agreement_id))`);
    await runner.query(`CREATE TABLE milestone_step (
      id ${id} NOT NULL PRIMARY KEY, agreement_id ${id} NOT NULL, milestone_id ${id} NOT NULL, kind ${code(20)} NOT NULL,
      organisation_id ${id} NOT NULL, at DATETIME(3) NOT NULL, note MEDIUMTEXT NOT NULL, file_ids MEDIUMTEXT NOT NULL,
      sheet MEDIUMTEXT NULL, INDEX ix_milestone_step_agreement (agreement_id, id))`);
    await runner.query(`CREATE TABLE agreement_file (
      id ${id} NOT NULL PRIMARY KEY, agreement_id ${id} NOT NULL, purpose ${code(20)} NOT NULL,
      file_name VARCHAR(200) NOT NULL, media_type ${code(100)} NOT NULL, size INT NOT NULL, sha256 ${code(64)} NOT NULL,
      added_at DATETIME(3) NOT NULL, INDEX ix_agreement_file_agreement (agreement_id, id))`);
    await runner.query(`CREATE TABLE agreement_change (
      id ${id} NOT NULL PRIMARY KEY, agreement_id ${id} NOT NULL, open_agreement_id ${id} NULL, state ${code(20)} NOT NULL,
      proposed_by ${code(10)} NOT NULL, organisation_id ${id} NOT NULL, reason VARCHAR(1000) NOT NULL,
      \`before\` MEDIUMTEXT NOT NULL, \`after\` MEDIUMTEXT NOT NULL, remarks MEDIUMTEXT NOT NULL,
      proposed_at DATETIME(3) NOT NULL, answered_at DATETIME(3) NULL, answer VARCHAR(1000) NULL, terms_number INT NULL,
      UNIQUE INDEX ux_agreement_change_open (open_agreement_id), INDEX ix_agreement_change_agreement (agreement_id, id),
      CONSTRAINT ck_agreement_change_open CHECK (CASE WHEN state = 'proposed'
        THEN open_agreement_id IS NOT NULL AND open_agreement_id = agreement_id ELSE open_agreement_id IS NULL END),
      CONSTRAINT ck_agreement_change_agreed CHECK ((terms_number IS NOT NULL) = (state = 'agreed')))`);
    await runner.query(`CREATE TABLE agreement_terms (
      agreement_id ${id} NOT NULL, number INT NOT NULL, change_id ${id} NULL, terms MEDIUMTEXT NOT NULL,
      at DATETIME(3) NOT NULL, PRIMARY KEY (agreement_id, number))`);
    await runner.query(`CREATE TABLE agreement_payment (
      id ${id} NOT NULL PRIMARY KEY, agreement_id ${id} NOT NULL, organisation_id ${id} NOT NULL,
      amount_fen BIGINT NOT NULL, paid_on ${day} NOT NULL, note VARCHAR(1000) NOT NULL, file_id ${id} NULL,
      reverses ${id} NULL, recorded_by ${id} NOT NULL, recorded_at DATETIME(3) NOT NULL,
      UNIQUE INDEX ux_agreement_payment_reverses (reverses), INDEX ix_agreement_payment_agreement (agreement_id, id),
      CONSTRAINT ck_agreement_payment_sign CHECK ((amount_fen < 0) = (reverses IS NOT NULL) AND amount_fen <> 0))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'agreement_payment',
      'agreement_terms',
      'agreement_change',
      'agreement_file',
      'milestone_step',
      'milestone_attention',
      'agreement_listing',
      'agreement_milestone',
      'agreement_payee',
      'agreement_part',
      'agreement',
    ])
      await runner.query(`DROP TABLE ${table}`);
  }
}
