import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
const code = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/** Introductions. */
export class IntroductionTables1700000301000 implements MigrationInterface {
  name = 'IntroductionTables1700000301000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE introduction (
      id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, need_id ${id} NOT NULL, need_title VARCHAR(200) NOT NULL,
      poster_id ${id} NOT NULL, poster_name VARCHAR(200) NOT NULL, provider_id ${id} NOT NULL, provider_name VARCHAR(200) NOT NULL,
      package_id ${id} NULL, package_title VARCHAR(200) NULL, district VARCHAR(30) NOT NULL, subdistrict VARCHAR(60) NULL,
      state ${code(12)} NOT NULL, live INT NULL, open_to_provider TINYINT NOT NULL, open_to_poster TINYINT NOT NULL,
      by_side ${code(6)} NOT NULL, broker_person_id ${id} NOT NULL, broker_name VARCHAR(60) NOT NULL,
      broker_organisation_id ${id} NOT NULL, broker_organisation_name VARCHAR(200) NOT NULL, note VARCHAR(1000) NULL,
      clearance ${code(8)} NOT NULL, findings MEDIUMTEXT NOT NULL, decision MEDIUMTEXT NULL, asked_at DATETIME(3) NULL,
      introduced_at DATETIME(3) NULL, answered_at DATETIME(3) NULL, answered_by ${code(8)} NULL, reason VARCHAR(500) NULL,
      meeting MEDIUMTEXT NULL, demo TINYINT NOT NULL, created_at DATETIME(3) NOT NULL, updated_at DATETIME(3) NOT NULL,
      UNIQUE INDEX uq_introduction_live (need_id, provider_id, live), INDEX ix_introduction_need (need_id, id),
      INDEX ix_introduction_provider (provider_id, open_to_provider, id),
      INDEX ix_introduction_provider_state (provider_id, open_to_provider, state, id),
      INDEX ix_introduction_poster (poster_id, open_to_poster, id),
      INDEX ix_introduction_poster_state (poster_id, open_to_poster, state, id),
      INDEX ix_introduction_state (state, id), INDEX ix_introduction_broker (broker_person_id, id),
      INDEX ix_introduction_broker_state (broker_person_id, state, id),
      CONSTRAINT ck_introduction_state CHECK (state IN ('shortlisted', 'introduced', 'interested', 'declined', 'withdrawn')),
      CONSTRAINT ck_introduction_live CHECK ((state IN ('shortlisted', 'introduced', 'interested')) = (live IS NOT NULL)),
      CONSTRAINT ck_introduction_live_one CHECK (live IS NULL OR live = 1),
      CONSTRAINT ck_introduction_clearance CHECK (clearance IN ('clear', 'cleared')
        OR (introduced_at IS NULL AND clearance IN ('flagged', 'refused'))),
      CONSTRAINT ck_introduction_decided CHECK ((clearance IN ('cleared', 'refused')) = (decision IS NOT NULL)),
      CONSTRAINT ck_introduction_introduced CHECK (state NOT IN ('introduced', 'interested', 'declined') OR introduced_at IS NOT NULL),
      CONSTRAINT ck_introduction_open CHECK (open_to_provider = (introduced_at IS NOT NULL)
        AND open_to_poster = (introduced_at IS NOT NULL OR by_side = 'poster')))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE introduction');
  }
}
