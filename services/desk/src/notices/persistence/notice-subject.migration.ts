import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices are found by what they are about: they go with it when the demonstration is emptied. */
export class NoticeSubject1700000311000 implements MigrationInterface {
  name = 'NoticeSubject1700000311000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notice ADD INDEX ix_notice_subject (subject_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notice DROP INDEX ix_notice_subject');
  }
}
