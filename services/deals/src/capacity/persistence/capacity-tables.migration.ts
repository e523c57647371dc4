import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';

/** The capacity ledger. `ck_package_capacity_used` is invariant 3, whatever the code does. */
export class CapacityTables1700000203000 implements MigrationInterface {
  name = 'CapacityTables1700000203000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE package_capacity (
      package_id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, capacity INT NOT NULL, used INT NOT NULL,
      ceiling INT NOT NULL, CONSTRAINT ck_package_capacity_used CHECK (used >= 0 AND used <= ceiling),
      CONSTRAINT ck_package_capacity_ceiling CHECK (capacity >= 0 AND ceiling >= capacity))`);
    await runner.query(`CREATE TABLE capacity_use (
      award_id ${id} NOT NULL PRIMARY KEY, package_id ${id} NOT NULL, taken_at DATETIME(3) NOT NULL,
      freed_at DATETIME(3) NULL, INDEX ix_capacity_use_package (package_id, freed_at))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['capacity_use', 'package_capacity']) await runner.query(`DROP TABLE ${table}`);
  }
}
