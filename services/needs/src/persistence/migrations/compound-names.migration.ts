import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Compounds are found by their name in a subdistrict, as people write them. */
export class CompoundNames1764000000004 implements MigrationInterface {
  name = 'CompoundNames1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE compound_copy ADD COLUMN district VARCHAR(30) NULL,
      ADD COLUMN subdistrict VARCHAR(60) NULL, ADD COLUMN name VARCHAR(80) NULL`);
    const field = (name: string) => `JSON_UNQUOTE(JSON_EXTRACT(body, '$.${name}'))`;
    await runner.query(`UPDATE compound_copy SET district = ${field('district')}, subdistrict = ${field('subdistrict')},
      name = CASE WHEN JSON_EXTRACT(body, '$.removed') IS NULL THEN ${field('name')} END`);
    await runner.query('CREATE INDEX ix_compound_copy_name ON compound_copy (district, subdistrict, name)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_compound_copy_name ON compound_copy');
    await runner.query('ALTER TABLE compound_copy DROP COLUMN name, DROP COLUMN subdistrict, DROP COLUMN district');
  }
}
