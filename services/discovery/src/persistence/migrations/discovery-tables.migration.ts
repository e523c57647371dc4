import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents with their terms and tags, the state of the indexes, copies of organisations and taxonomy. */
export class DiscoveryTables1764000000000 implements MigrationInterface {
  name = 'DiscoveryTables1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
    const code = (length: number) => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;
    const word = (length: number) => `VARCHAR(${length}) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`;
    await runner.query(`CREATE TABLE search_document (
      number INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, id ${code(50)} NOT NULL, kind ${code(10)} NOT NULL,
      organisation_id ${id} NOT NULL, sequence BIGINT NOT NULL, source MEDIUMTEXT NULL, stale TINYINT NOT NULL, due TINYINT NOT NULL,
      revision BIGINT NOT NULL, visible TINYINT NOT NULL, content MEDIUMTEXT NULL, title VARCHAR(200) NOT NULL,
      published_at DATETIME(3) NULL, price_fen BIGINT NULL, rating DOUBLE NULL, lng DOUBLE NULL, lat DOUBLE NULL,
      funding ${code(30)} NULL, urgency ${code(30)} NULL, price_model ${code(30)} NULL, organisation_kind ${code(30)} NULL,
      free TINYINT NOT NULL, whole_city TINYINT NOT NULL,
      UNIQUE INDEX ux_search_document_id (id), INDEX ix_search_document_stale (stale, number),
      INDEX ix_search_document_due (due, number), INDEX ix_search_document_newest (visible, published_at, number),
      INDEX ix_search_document_kind (kind, visible, revision), INDEX ix_search_document_title (visible, title),
      INDEX ix_search_document_organisation (organisation_id, kind),
      CONSTRAINT ck_search_document_kind CHECK (kind IN ('need', 'package', 'provider')),
      CONSTRAINT ck_search_document_visible CHECK (visible = 0 OR content IS NOT NULL))`);
    await runner.query(`CREATE TABLE search_gram (gram ${word(20)} NOT NULL, number INT UNSIGNED NOT NULL, weight INT NOT NULL,
      PRIMARY KEY (gram, number), INDEX ix_search_gram_document (number))`);
    await runner.query(`CREATE TABLE search_gram_stat (gram ${word(20)} NOT NULL PRIMARY KEY, documents INT NOT NULL)`);
    await runner.query(`CREATE TABLE search_tag (tag ${word(120)} NOT NULL, number INT UNSIGNED NOT NULL,
      PRIMARY KEY (tag, number), INDEX ix_search_tag_document (number))`);
    await runner.query(`CREATE TABLE search_index (kind ${code(10)} NOT NULL PRIMARY KEY, settings_version INT NOT NULL,
      rebuild_requested_at DATETIME(3) NULL, rebuilt_at DATETIME(3) NULL)`);
    await runner.query(`CREATE TABLE search_counter (name ${code(20)} NOT NULL PRIMARY KEY, value BIGINT NOT NULL)`);
    await runner.query(
      `CREATE TABLE organisation_copy (id ${id} NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL, body MEDIUMTEXT NOT NULL)`,
    );
    await runner.query(
      `CREATE TABLE taxonomy_copy (name ${code(10)} NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL, body MEDIUMTEXT NOT NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'taxonomy_copy',
      'organisation_copy',
      'search_counter',
      'search_index',
      'search_tag',
      'search_gram_stat',
      'search_gram',
      'search_document',
    ])
      await runner.query(`DROP TABLE ${table}`);
  }
}
