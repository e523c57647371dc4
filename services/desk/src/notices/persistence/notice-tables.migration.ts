import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
const code = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/** Notices, who has read them, what is muted, and what becomes due. */
export class NoticeTables1700000303000 implements MigrationInterface {
  name = 'NoticeTables1700000303000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE notice (
      id ${id} NOT NULL PRIMARY KEY, recipient_id ${id} NOT NULL, recipient_type ${code(12)} NOT NULL, roles ${code(100)} NULL,
      position BIGINT NOT NULL, kind ${code(40)} NOT NULL, topic ${code(20)} NOT NULL, subject_type ${code(20)} NOT NULL,
      subject_id ${id} NOT NULL, fact ${code(80)} NOT NULL, facts MEDIUMTEXT NOT NULL, created_at DATETIME(3) NOT NULL,
      UNIQUE INDEX uq_notice_fact (recipient_id, kind, subject_id, fact),
      UNIQUE INDEX uq_notice_position (recipient_id, position),
      INDEX ix_notice_recipient (recipient_id, id), INDEX ix_notice_created (created_at),
      CONSTRAINT ck_notice_recipient CHECK (recipient_type IN ('organisation', 'person')),
      CONSTRAINT ck_notice_position CHECK (position > 0))`);
    await runner.query(
      `CREATE TABLE notice_recipient (recipient_id ${id} NOT NULL PRIMARY KEY, last_position BIGINT NOT NULL)`,
    );
    await runner.query(`CREATE TABLE notice_read (
      person_id ${id} NOT NULL, notice_id ${id} NOT NULL, read_at DATETIME(3) NOT NULL, PRIMARY KEY (person_id, notice_id),
      INDEX ix_notice_read_at (read_at))`);
    await runner.query(`CREATE TABLE notice_read_up_to (
      person_id ${id} NOT NULL, recipient_id ${id} NOT NULL, position BIGINT NOT NULL, PRIMARY KEY (person_id, recipient_id))`);
    await runner.query(`CREATE TABLE notice_setting (
      person_id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, muted MEDIUMTEXT NOT NULL)`);
    await runner.query(`CREATE TABLE notice_due (
      kind ${code(20)} NOT NULL, about_id ${id} NOT NULL, need_id ${id} NOT NULL, source_id ${id} NOT NULL,
      due_at DATETIME(3) NOT NULL, state ${code(10)} NOT NULL, PRIMARY KEY (kind, about_id),
      INDEX ix_notice_due (state, due_at),
      CONSTRAINT ck_notice_due_state CHECK (state IN ('waiting', 'done')))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'notice_due',
      'notice_setting',
      'notice_read_up_to',
      'notice_read',
      'notice_recipient',
      'notice',
    ])
      await runner.query(`DROP TABLE ${table}`);
  }
}
