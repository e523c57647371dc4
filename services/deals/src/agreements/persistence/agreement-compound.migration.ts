import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agreements are found by the compound of their need. */
export class AgreementCompound1700000211000 implements MigrationInterface {
  name = 'AgreementCompound1700000211000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE agreement ADD COLUMN compound_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL',
    );
    // A JSON null is the text `null`, which is no id.
    await runner.query(`UPDATE agreement a JOIN need_copy n ON n.id = a.need_id
      SET a.compound_id = NULLIF(JSON_UNQUOTE(JSON_EXTRACT(n.body, '$.place.compoundId')), 'null')`);
    await runner.query(`INSERT INTO agreement_listing (scope, value, agreement_id, state)
      SELECT 'compound', compound_id, id, state FROM agreement WHERE compound_id IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM agreement_listing WHERE scope = 'compound'`);
    await runner.query('ALTER TABLE agreement DROP COLUMN compound_id');
  }
}
