import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
const code = (length: number) => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;
const day = 'CHAR(10) CHARACTER SET ascii COLLATE ascii_bin';

/** What the market page counts. It is filled from the copies when the desk starts. */
export class MarketTables1700000311000 implements MigrationInterface {
  name = 'MarketTables1700000311000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE market_need (
      need_id ${id} NOT NULL PRIMARY KEY, compound_id ${id} NULL, title VARCHAR(200) NOT NULL,
      organisation_name VARCHAR(255) NOT NULL, state ${code(20)} NOT NULL,
      published_at DATETIME(3) NOT NULL, decided_at DATETIME(3) NULL, signed_on ${day} NULL, accepted_at DATETIME(3) NULL,
      INDEX ix_market_need_compound (compound_id, published_at, need_id))`);
    await runner.query(`CREATE TABLE market_line (
      need_id ${id} NOT NULL, scope ${code(5)} NOT NULL, value ${code(60)} NOT NULL, published_on ${day} NOT NULL,
      district VARCHAR(60) NOT NULL, state ${code(20)} NOT NULL, supplied INT NULL,
      match_hours INT NULL, decision_hours INT NULL, acceptance_hours INT NULL, PRIMARY KEY (need_id, scope, value),
      INDEX ix_market_line_period (scope, published_on, value, district, state, supplied, match_hours, decision_hours,
        acceptance_hours),
      CONSTRAINT ck_market_line_public CHECK (state NOT IN ('draft', 'submitted', 'returned')))`);
    await runner.query(`CREATE TABLE market_part (
      agreement_id ${id} NOT NULL, leaf ${code(60)} NOT NULL, need_id ${id} NOT NULL, category ${code(60)} NOT NULL,
      organisation_id ${id} NOT NULL, district VARCHAR(60) NOT NULL, signed_on ${day} NOT NULL, amount_fen BIGINT NULL,
      PRIMARY KEY (agreement_id, leaf),
      INDEX ix_market_part_period (signed_on, category, leaf, district, organisation_id, amount_fen, agreement_id),
      INDEX ix_market_part_need (need_id))`);
    await runner.query(`CREATE TABLE market_word (
      code ${code(60)} NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL, zh VARCHAR(120) NOT NULL, en VARCHAR(200) NOT NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['market_word', 'market_part', 'market_line', 'market_need'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
