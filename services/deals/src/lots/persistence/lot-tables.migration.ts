import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
const code = 'VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin';

/** Lots of published needs. */
export class LotTables1700000201000 implements MigrationInterface {
  name = 'LotTables1700000201000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE lot (
      id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, need_id ${id} NOT NULL, need_version BIGINT NOT NULL,
      need_title VARCHAR(255) NOT NULL, poster_id ${id} NOT NULL, poster_name VARCHAR(255) NOT NULL,
      district VARCHAR(60) NOT NULL, subdistrict VARCHAR(60) NULL, title VARCHAR(255) NOT NULL,
      components MEDIUMTEXT NOT NULL, mode ${code} NOT NULL, terms MEDIUMTEXT NOT NULL, state ${code} NOT NULL,
      attempt INT NOT NULL, responses_due_at DATETIME(3) NULL, published_at DATETIME(3) NOT NULL,
      opened_at DATETIME(3) NULL, response_count INT NOT NULL, award MEDIUMTEXT NULL, agreement_id ${id} NULL,
      because MEDIUMTEXT NULL, demo TINYINT NOT NULL, created_at DATETIME(3) NOT NULL, updated_at DATETIME(3) NOT NULL,
      INDEX ix_lot_need (need_id, id), INDEX ix_lot_poster (poster_id, id),
      INDEX ix_lot_poster_state (poster_id, state, id), INDEX ix_lot_state (state, id),
      INDEX ix_lot_due (state, responses_due_at, id), INDEX ix_lot_area (district, subdistrict, id),
      CONSTRAINT ck_lot_state CHECK (state IN ('upcoming', 'open', 'deciding', 'awarded', 'in_delivery', 'completed',
        'failed', 'given_back', 'closed')),
      CONSTRAINT ck_lot_awarded CHECK (award IS NOT NULL OR state NOT IN ('awarded', 'in_delivery', 'completed')),
      CONSTRAINT ck_lot_counts CHECK (response_count >= 0 AND attempt >= 1))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE lot');
  }
}
