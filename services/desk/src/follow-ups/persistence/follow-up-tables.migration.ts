import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
const code = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;
const about = `need_id ${id} NULL, organisation_id ${id} NULL, introduction_id ${id} NULL, case_id ${id} NULL`;
const kinds = ['need', 'organisation', 'introduction', 'case'];
const hasSubject = (table: string): string =>
  `CONSTRAINT ck_${table}_about CHECK (COALESCE(need_id, organisation_id, introduction_id, case_id) IS NOT NULL)`;

/** Communication log and follow-ups, private to each association. */
export class FollowUpTables1700000306000 implements MigrationInterface {
  name = 'FollowUpTables1700000306000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE communication_log (
      id ${id} NOT NULL PRIMARY KEY, association_id ${id} NOT NULL, ${about}, channel ${code(10)} NOT NULL,
      direction ${code(3)} NOT NULL, result ${code(12)} NOT NULL, note VARCHAR(1000) NULL, at DATETIME(3) NOT NULL,
      by_person_id ${id} NOT NULL, by_name VARCHAR(60) NOT NULL, written_at DATETIME(3) NOT NULL,
      ${kinds.map((kind) => `INDEX ix_communication_log_${kind} (association_id, ${kind}_id, at, id)`).join(', ')},
      CONSTRAINT ck_communication_log_channel CHECK (channel IN ('phone', 'wechat', 'visit', 'meeting', 'email')),
      CONSTRAINT ck_communication_log_direction CHECK (direction IN ('in', 'out')), ${hasSubject('communication_log')})`);
    await runner.query(`CREATE TABLE follow_up (
      id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, association_id ${id} NOT NULL, ${about}, title VARCHAR(200) NOT NULL,
      what VARCHAR(200) NOT NULL, due_on CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, state ${code(10)} NOT NULL,
      live INT NULL, assignee_id ${id} NULL, assignee_name VARCHAR(60) NULL, done_at DATETIME(3) NULL, demo TINYINT NOT NULL,
      created_at DATETIME(3) NOT NULL, updated_at DATETIME(3) NOT NULL,
      UNIQUE INDEX uq_follow_up_case (case_id, live), INDEX ix_follow_up_list (association_id, state, due_on, id),
      INDEX ix_follow_up_mine (association_id, assignee_id, state, due_on, id),
      ${kinds.map((kind) => `INDEX ix_follow_up_${kind} (association_id, ${kind}_id, state, due_on, id)`).join(', ')},
      CONSTRAINT ck_follow_up_state CHECK (state IN ('open', 'done', 'dropped')),
      CONSTRAINT ck_follow_up_live CHECK ((live IS NULL OR live = 1) AND (state = 'open') = (live IS NOT NULL)),
      CONSTRAINT ck_follow_up_done CHECK ((state = 'open') = (done_at IS NULL)),
      CONSTRAINT ck_follow_up_assignee CHECK ((assignee_id IS NULL) = (assignee_name IS NULL)), ${hasSubject('follow_up')})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['follow_up', 'communication_log']) await runner.query(`DROP TABLE ${table}`);
  }
}
