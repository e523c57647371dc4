import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
const day = 'CHAR(10) CHARACTER SET ascii COLLATE ascii_bin';

/** Reviews of both sides, and providers' records. One review a side and agreement, whatever the code does. */
export class ReviewTables1700000207000 implements MigrationInterface {
  name = 'ReviewTables1700000207000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE review (
      id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, agreement_id ${id} NOT NULL, need_id ${id} NOT NULL,
      need_title VARCHAR(255) NOT NULL, by_id ${id} NOT NULL, by_name VARCHAR(255) NOT NULL, about_id ${id} NOT NULL,
      about_name VARCHAR(255) NOT NULL, leaves MEDIUMTEXT NOT NULL, rating INT NOT NULL, text MEDIUMTEXT NOT NULL,
      aspects MEDIUMTEXT NOT NULL, reply_text VARCHAR(1000) NULL, replied_at DATETIME(3) NULL,
      published_at DATETIME(3) NOT NULL, updated_at DATETIME(3) NOT NULL, demo TINYINT NOT NULL,
      UNIQUE INDEX ux_review_agreement (agreement_id),
      CONSTRAINT ck_review_rating CHECK (rating BETWEEN 1 AND 5),
      CONSTRAINT ck_review_reply CHECK ((reply_text IS NULL) = (replied_at IS NULL)))`);
    await runner.query(`CREATE TABLE review_subject (
      organisation_id ${id} NOT NULL, review_id ${id} NOT NULL, leaves MEDIUMTEXT NOT NULL,
      published_at DATETIME(3) NOT NULL, PRIMARY KEY (organisation_id, review_id),
      INDEX ix_review_subject_review (review_id),
      INDEX ix_review_subject_newest (organisation_id, published_at, review_id))`);
    await runner.query(`CREATE TABLE payer_review (
      id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, agreement_id ${id} NOT NULL, need_title VARCHAR(255) NOT NULL,
      by_id ${id} NOT NULL, by_name VARCHAR(255) NOT NULL, about_id ${id} NOT NULL, about_name VARCHAR(255) NOT NULL,
      paid_on_time INT NULL, cooperation INT NOT NULL, text MEDIUMTEXT NOT NULL, written_at DATETIME(3) NOT NULL,
      UNIQUE INDEX ux_payer_review_agreement (agreement_id), INDEX ix_payer_review_about (about_id, id),
      CONSTRAINT ck_payer_review_stars CHECK (cooperation BETWEEN 1 AND 5
        AND (paid_on_time IS NULL OR paid_on_time BETWEEN 1 AND 5)))`);
    await runner.query(`CREATE TABLE provider_record (
      organisation_id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, \`lines\` MEDIUMTEXT NOT NULL,
      as_of ${day} NOT NULL, due_at DATETIME(3) NULL, INDEX ix_provider_record_due (due_at, organisation_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['provider_record', 'payer_review', 'review_subject', 'review'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
