import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What providers have done here, as deals tells it. */
export class ProviderRecordTable1700000100001 implements MigrationInterface {
  name = 'ProviderRecordTable1700000100001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE provider_record (
      provider_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL,
      record_lines MEDIUMTEXT NOT NULL, CONSTRAINT ck_provider_record_sequence CHECK (sequence >= 0))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE provider_record');
  }
}
