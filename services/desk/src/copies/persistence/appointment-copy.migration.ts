import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';

/** Copies of direct requests. */
export class AppointmentCopy1700000308000 implements MigrationInterface {
  name = 'AppointmentCopy1700000308000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE appointment_copy (
      id ${id} NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL, need_id ${id} NOT NULL, body MEDIUMTEXT NOT NULL,
      INDEX ix_appointment_copy_need (need_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE appointment_copy');
  }
}
