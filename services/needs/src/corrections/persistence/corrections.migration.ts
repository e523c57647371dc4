import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What posters' corrections say of phrases, and which needs said so. */
export class Corrections1764000000010 implements MigrationInterface {
  name = 'Corrections1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
    const code = (length: number) => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;
    await runner.query(`CREATE TABLE understanding_correction (
      id ${id} NOT NULL PRIMARY KEY, phrase VARCHAR(20) NOT NULL, leaf ${code(60)} NOT NULL, verdict ${code(10)} NOT NULL,
      needs INT NOT NULL, organisations INT NOT NULL, taken_back_reason VARCHAR(300) NULL, last_at DATETIME(3) NOT NULL,
      version INT NOT NULL, UNIQUE INDEX ux_understanding_correction (phrase, leaf, verdict),
      INDEX ix_understanding_correction_needs (needs, id),
      CONSTRAINT ck_understanding_correction_verdict CHECK (verdict IN ('means', 'not')),
      CONSTRAINT ck_understanding_correction_counts CHECK (organisations <= needs))`);
    await runner.query(`CREATE TABLE understanding_voice (
      correction_id ${id} NOT NULL, need_id ${id} NOT NULL, organisation_id ${id} NOT NULL, at DATETIME(3) NOT NULL,
      PRIMARY KEY (correction_id, need_id), INDEX ix_understanding_voice_organisation (correction_id, organisation_id),
      INDEX ix_understanding_voice_need (need_id))`);
    await runner.query(
      `CREATE TABLE understanding_revision (name ${code(10)} NOT NULL PRIMARY KEY, revision INT NOT NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['understanding_revision', 'understanding_voice', 'understanding_correction'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
