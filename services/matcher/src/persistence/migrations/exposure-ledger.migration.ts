import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Merit and exposure of providers by day, and their accounts. */
export class ExposureLedger1764000000030 implements MigrationInterface {
  name = 'ExposureLedger1764000000030';

  async up(runner: QueryRunner): Promise<void> {
    const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
    const day = 'CHAR(10) CHARACTER SET ascii COLLATE ascii_bin';
    await runner.query(`CREATE TABLE exposure_entry (
      provider_id ${id} NOT NULL, day ${day} NOT NULL, merit BIGINT NOT NULL, exposure BIGINT NOT NULL, lists INT NOT NULL,
      PRIMARY KEY (provider_id, day), INDEX ix_exposure_entry_day (day))`);
    await runner.query(`CREATE TABLE exposure_account (
      provider_id ${id} NOT NULL PRIMARY KEY, merit BIGINT NOT NULL, exposure BIGINT NOT NULL, merit_ppm INT NOT NULL,
      exposure_ppm INT NOT NULL, lists INT NOT NULL, days INT NOT NULL, owed_permille INT NOT NULL, as_of_day ${day} NOT NULL,
      INDEX ix_exposure_account_owed (owed_permille, provider_id),
      CONSTRAINT ck_exposure_account_owed CHECK (owed_permille BETWEEN 0 AND 1000))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE exposure_account');
    await runner.query('DROP TABLE exposure_entry');
  }
}
