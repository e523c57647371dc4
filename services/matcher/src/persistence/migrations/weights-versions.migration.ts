import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Versions of the weights, and what was put in force when: never by one person alone. */
export class WeightsVersions1764000000010 implements MigrationInterface {
  name = 'WeightsVersions1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
    const code = (length: number) => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;
    await runner.query(`CREATE TABLE weights_version (
      id ${id} NOT NULL PRIMARY KEY, no INT NOT NULL, label ${code(40)} NOT NULL, state ${code(10)} NOT NULL, force_slot INT NULL,
      source ${code(10)} NOT NULL, based_on ${code(40)} NULL, weights MEDIUMTEXT NOT NULL, weights_before MEDIUMTEXT NOT NULL,
      reason VARCHAR(300) NOT NULL, learnt MEDIUMTEXT NULL, try_out MEDIUMTEXT NULL,
      proposed_by ${id} NULL, proposed_by_name VARCHAR(80) NULL, proposed_at DATETIME(3) NOT NULL,
      released_by ${id} NULL, released_by_name VARCHAR(80) NULL, released_at DATETIME(3) NULL, version INT NOT NULL,
      UNIQUE INDEX ux_weights_version_no (no), UNIQUE INDEX ux_weights_version_label (label),
      UNIQUE INDEX ux_weights_version_force (force_slot),
      CONSTRAINT ck_weights_version_state CHECK (state IN ('proposed', 'in_force', 'retired', 'withdrawn')),
      CONSTRAINT ck_weights_version_source CHECK (source IN ('shipped', 'person', 'learnt')),
      CONSTRAINT ck_weights_version_force CHECK ((state = 'in_force' AND force_slot = 1) OR (state <> 'in_force' AND force_slot IS NULL)),
      CONSTRAINT ck_weights_version_two CHECK (released_by IS NULL OR proposed_by IS NULL OR released_by <> proposed_by))`);
    await runner.query(`CREATE TABLE weights_release (
      no INT NOT NULL PRIMARY KEY, label ${code(40)} NOT NULL, kind ${code(10)} NOT NULL, by_person ${id} NULL,
      other_person ${id} NULL, at DATETIME(3) NOT NULL, reason VARCHAR(300) NOT NULL,
      CONSTRAINT ck_weights_release_kind CHECK (kind IN ('first', 'release', 'roll_back')),
      CONSTRAINT ck_weights_release_two CHECK (by_person IS NULL OR other_person IS NULL OR by_person <> other_person))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE weights_release');
    await runner.query('DROP TABLE weights_version');
  }
}
