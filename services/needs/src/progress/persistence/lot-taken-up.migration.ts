import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which new need goes on with a lot that ended, and with which attempt of it. */
export class LotTakenUp1764000000002 implements MigrationInterface {
  name = 'LotTakenUp1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE need_lot_progress
      ADD COLUMN taken_up_by CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
      ADD COLUMN taken_up_attempt INT NULL,
      ADD CONSTRAINT ck_need_lot_progress_taken_up CHECK ((taken_up_by IS NULL) = (taken_up_attempt IS NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE need_lot_progress DROP CONSTRAINT ck_need_lot_progress_taken_up');
    await runner.query('ALTER TABLE need_lot_progress DROP COLUMN taken_up_by, DROP COLUMN taken_up_attempt');
  }
}
