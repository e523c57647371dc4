import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The statistics of words are held still between countings, so a package remembers how it was counted; a pair keeps the
 * numbers of its score only, since what is said of it follows from both sides and is said when it is read.
 */
export class WordsHeldStill1764000000020 implements MigrationInterface {
  name = 'WordsHeldStill1764000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE package_copy ADD COLUMN counted_body MEDIUMTEXT NULL');
    await runner.query(
      `ALTER TABLE need_match ADD COLUMN points VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '[]',
         DROP COLUMN contributions, DROP COLUMN reasons, DROP COLUMN findings, DROP COLUMN covered`,
    );
    await runner.query('ALTER TABLE need_match ALTER COLUMN points DROP DEFAULT');
    await runner.query('ALTER TABLE need_copy ADD COLUMN dismissing TINYINT NOT NULL DEFAULT 0');
    await runner.query('ALTER TABLE need_copy ALTER COLUMN dismissing DROP DEFAULT');
    await runner.query(
      `UPDATE need_copy SET dismissing = 1 WHERE id IN (SELECT need_id FROM need_match WHERE state = 'dismissed')`,
    );
    await runner.query('CREATE INDEX ix_need_copy_dismissing ON need_copy (dismissing, id)');
    await runner.query('UPDATE need_copy SET matched_epoch = 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_need_copy_dismissing ON need_copy');
    await runner.query('ALTER TABLE need_copy DROP COLUMN dismissing');
    await runner.query(
      `ALTER TABLE need_match DROP COLUMN points, ADD COLUMN contributions MEDIUMTEXT NULL, ADD COLUMN reasons MEDIUMTEXT NULL,
         ADD COLUMN findings MEDIUMTEXT NULL, ADD COLUMN covered MEDIUMTEXT NULL`,
    );
    await runner.query(`UPDATE need_match SET contributions = '[]', reasons = '[]', findings = '[]', covered = '[]'`);
    await runner.query(
      `ALTER TABLE need_match MODIFY contributions MEDIUMTEXT NOT NULL, MODIFY reasons MEDIUMTEXT NOT NULL,
         MODIFY findings MEDIUMTEXT NOT NULL, MODIFY covered MEDIUMTEXT NOT NULL`,
    );
    await runner.query('ALTER TABLE package_copy DROP COLUMN counted_body');
    await runner.query('UPDATE need_copy SET matched_epoch = 0');
  }
}
