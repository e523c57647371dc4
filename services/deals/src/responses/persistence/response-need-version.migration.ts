import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which version of its need a response answers. Unknown of what was there before. */
export class ResponseNeedVersion1700000208000 implements MigrationInterface {
  name = 'ResponseNeedVersion1700000208000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE response ADD COLUMN need_version INT NULL,
      ADD CONSTRAINT ck_response_need_version CHECK (need_version IS NULL OR need_version >= 1)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE response DROP CONSTRAINT ck_response_need_version');
    await runner.query('ALTER TABLE response DROP COLUMN need_version');
  }
}
