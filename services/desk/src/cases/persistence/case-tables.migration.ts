import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
const code = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/** Cases that brokers brought along, and by what names organisations and needs are found for them. */
export class CaseTables1700000307000 implements MigrationInterface {
  name = 'CaseTables1700000307000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE desk_case (
      id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, imported_version INT NULL, association_id ${id} NOT NULL,
      title VARCHAR(200) NOT NULL, poster_name VARCHAR(200) NOT NULL, poster_id ${id} NULL, counterpart_name VARCHAR(200) NULL,
      counterpart_id ${id} NULL, district VARCHAR(30) NULL, subdistrict VARCHAR(60) NULL, contact MEDIUMTEXT NULL,
      progress VARCHAR(500) NULL, note VARCHAR(2000) NULL, state ${code(10)} NOT NULL, need_id ${id} NULL,
      assignee_id ${id} NULL, assignee_name VARCHAR(60) NULL, imported_source VARCHAR(200) NULL, imported_id VARCHAR(200) NULL,
      demo TINYINT NOT NULL, removed_at DATETIME(3) NULL, created_at DATETIME(3) NOT NULL, updated_at DATETIME(3) NOT NULL,
      INDEX ix_desk_case_list (association_id, state, id), INDEX ix_desk_case_mine (association_id, assignee_id, state, id),
      INDEX ix_desk_case_poster (poster_name), INDEX ix_desk_case_counterpart (counterpart_name),
      INDEX ix_desk_case_title (poster_id, title), INDEX ix_desk_case_need (need_id),
      CONSTRAINT ck_desk_case_state CHECK (state IN ('open', 'done', 'dropped')),
      CONSTRAINT ck_desk_case_assignee CHECK ((assignee_id IS NULL) = (assignee_name IS NULL)),
      CONSTRAINT ck_desk_case_removed CHECK (removed_at IS NULL OR state = 'dropped'),
      CONSTRAINT ck_desk_case_origin CHECK ((imported_source IS NULL) = (imported_id IS NULL)))`);
    await runner.query(`CREATE TABLE organisation_name (
      id ${id} NOT NULL PRIMARY KEY, name VARCHAR(200) NOT NULL, INDEX ix_organisation_name_name (name))`);
    await runner.query(`CREATE TABLE need_title (
      id ${id} NOT NULL PRIMARY KEY, organisation_id ${id} NOT NULL, title VARCHAR(200) NOT NULL,
      INDEX ix_need_title_title (organisation_id, title))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['need_title', 'organisation_name', 'desk_case']) await runner.query(`DROP TABLE ${table}`);
  }
}
