import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL';

/** Searches that people keep, and when each document was first there to be found. */
export class SavedSearches1764000000010 implements MigrationInterface {
  name = 'SavedSearches1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE saved_search (
      id ${id} PRIMARY KEY, person_id ${id}, organisation_id ${id}, version INT NOT NULL,
      name VARCHAR(40) NOT NULL, query MEDIUMTEXT NOT NULL,
      alert VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      fresh INT NOT NULL, untold INT NOT NULL, untold_items MEDIUMTEXT NOT NULL, tellings INT NOT NULL,
      told_at DATETIME(3) NOT NULL, created_at DATETIME(3) NOT NULL, updated_at DATETIME(3) NOT NULL,
      KEY ix_saved_search_owner (person_id, organisation_id, id), KEY ix_saved_search_organisation (organisation_id),
      KEY ix_saved_search_untold (alert, untold, told_at))`);
    await runner.query(
      'ALTER TABLE search_document ADD COLUMN found_at DATETIME(3) NULL, ADD KEY ix_search_document_found (found_at, visible, number)',
    );
    // What is there already is news to nobody.
    await runner.query('UPDATE search_document SET found_at = UTC_TIMESTAMP(3) WHERE visible = 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE search_document DROP KEY ix_search_document_found, DROP COLUMN found_at');
    await runner.query('DROP TABLE saved_search');
  }
}
