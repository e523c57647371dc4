import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the lots of needs are, as deals tells it. */
export class LotProgressTable1764000000001 implements MigrationInterface {
  name = 'LotProgressTable1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
    await runner.query(`CREATE TABLE need_lot_progress (
      lot_id ${id} NOT NULL PRIMARY KEY, need_id ${id} NOT NULL, sequence BIGINT NOT NULL, need_version BIGINT NOT NULL,
      state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, body MEDIUMTEXT NOT NULL,
      INDEX ix_need_lot_progress_need (need_id, lot_id),
      CONSTRAINT ck_need_lot_progress_state CHECK (state IN ('upcoming', 'open', 'deciding', 'awarded', 'in_delivery',
        'completed', 'failed', 'given_back', 'closed')))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE need_lot_progress');
  }
}
