import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';

/** Who brokers for which association, and who takes whose place, as identity tells. */
export class StaffTables1700000305000 implements MigrationInterface {
  name = 'StaffTables1700000305000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE desk_staff_state (association_id ${id} NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL)`,
    );
    await runner.query(`CREATE TABLE desk_staff (
      association_id ${id} NOT NULL, person_id ${id} NOT NULL, position INT NOT NULL, name VARCHAR(60) NOT NULL,
      role VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, PRIMARY KEY (association_id, person_id),
      CONSTRAINT ck_desk_staff_role CHECK (role IN ('broker', 'administrator')))`);
    await runner.query(`CREATE TABLE desk_absence (
      association_id ${id} NOT NULL, position INT NOT NULL, absent_id ${id} NOT NULL, deputy_id ${id} NOT NULL,
      from_at DATETIME(3) NOT NULL, until_at DATETIME(3) NOT NULL, PRIMARY KEY (association_id, position),
      INDEX ix_desk_absence_deputy (deputy_id, until_at))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['desk_absence', 'desk_staff', 'desk_staff_state']) await runner.query(`DROP TABLE ${table}`);
  }
}
