import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The place of a need is read from its body only; nothing sorts or searches by it here. */
export class NeedPlaceDropped1764000000001 implements MigrationInterface {
  name = 'NeedPlaceDropped1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE need_copy DROP COLUMN district, DROP COLUMN subdistrict');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE need_copy ADD COLUMN district VARCHAR(30) NOT NULL DEFAULT '', ADD COLUMN subdistrict VARCHAR(60) NULL`,
    );
  }
}
