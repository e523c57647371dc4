import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
const code = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;
/** The broker's queue. */
export class TaskTables1700000302000 implements MigrationInterface {
  name = 'TaskTables1700000302000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE desk_task (
      id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, kind ${code(20)} NOT NULL, subject_type ${code(12)} NOT NULL,
      subject_id ${id} NOT NULL, need_id ${id} NULL, association_id ${id} NULL, title VARCHAR(200) NOT NULL, poster_id ${id} NULL, poster_name VARCHAR(200) NULL,
      provider_id ${id} NULL, provider_name VARCHAR(200) NULL, district VARCHAR(30) NULL, subdistrict VARCHAR(60) NULL,
      details MEDIUMTEXT NOT NULL, occasion ${code(64)} NOT NULL, state ${code(8)} NOT NULL, due_at DATETIME(3) NOT NULL,
      snoozed TINYINT NOT NULL, broker_person_id ${id} NULL, broker_name VARCHAR(60) NULL, broker_organisation_id ${id} NULL,
      claimed_at DATETIME(3) NULL, done_at DATETIME(3) NULL, done_by ${code(12)} NULL, done_note VARCHAR(500) NULL,
      call_result ${code(12)} NULL, called_at DATETIME(3) NULL, demo TINYINT NOT NULL, created_at DATETIME(3) NOT NULL,
      updated_at DATETIME(3) NOT NULL,
      UNIQUE INDEX uq_desk_task_subject (kind, subject_id), INDEX ix_desk_task_due (state, due_at, id),
      INDEX ix_desk_task_kind (state, kind, due_at, id), INDEX ix_desk_task_broker (state, broker_person_id, due_at, id),
      INDEX ix_desk_task_broker_kind (state, broker_person_id, kind, due_at, id),
      INDEX ix_desk_task_need (need_id, state, due_at, id),
      CONSTRAINT ck_desk_task_state CHECK (state IN ('waiting', 'open', 'done')),
      CONSTRAINT ck_desk_task_association CHECK (association_id IS NULL OR broker_organisation_id IS NULL
        OR broker_organisation_id = association_id),
      CONSTRAINT ck_desk_task_holder CHECK ((broker_person_id IS NULL) = (broker_name IS NULL)
        AND (broker_person_id IS NULL) = (broker_organisation_id IS NULL) AND (broker_person_id IS NULL) = (claimed_at IS NULL)),
      CONSTRAINT ck_desk_task_done CHECK ((state = 'done') = (done_at IS NOT NULL) AND (state = 'done') = (done_by IS NOT NULL)))`);
    await runner.query(
      `CREATE TABLE desk_terms (name ${code(10)} NOT NULL PRIMARY KEY, version INT NOT NULL, terms MEDIUMTEXT NOT NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE desk_terms');
    await runner.query('DROP TABLE desk_task');
  }
}
