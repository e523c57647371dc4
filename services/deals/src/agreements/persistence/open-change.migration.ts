import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An agreement itself knows that a change of it waits, so that its events tell. */
export class AgreementOpenChange1700000209000 implements MigrationInterface {
  name = 'AgreementOpenChange1700000209000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE agreement
      ADD COLUMN open_change_by VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
      ADD COLUMN open_change_at DATETIME(3) NULL`);
    await runner.query(`UPDATE agreement a JOIN agreement_change c ON c.open_agreement_id = a.id
      SET a.open_change_by = c.proposed_by, a.open_change_at = c.proposed_at`);
    await runner.query(`ALTER TABLE agreement ADD CONSTRAINT ck_agreement_open_change
      CHECK ((open_change_by IS NULL) = (open_change_at IS NULL) AND (open_change_by IS NULL OR state = 'signed'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE agreement DROP CONSTRAINT ck_agreement_open_change');
    await runner.query('ALTER TABLE agreement DROP COLUMN open_change_at, DROP COLUMN open_change_by');
  }
}
