import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
const code = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/** Needs with their versions, files and joins; rules; copies of organisations, compounds and the taxonomy. */
export class NeedsTables1764000000000 implements MigrationInterface {
  name = 'NeedsTables1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE need (
      id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, organisation_id ${id} NOT NULL, organisation_name VARCHAR(255) NOT NULL,
      state ${code(20)} NOT NULL, listing ${code(10)} NOT NULL, title VARCHAR(80) NOT NULL, description MEDIUMTEXT NOT NULL,
      district VARCHAR(60) NOT NULL, subdistrict VARCHAR(60) NULL, funding ${code(30)} NULL, urgency ${code(10)} NOT NULL,
      screening ${code(10)} NULL, content MEDIUMTEXT NOT NULL, private_content MEDIUMTEXT NOT NULL,
      submitted_at DATETIME(3) NULL, opens_at DATETIME(3) NULL, responses_due_at DATETIME(3) NULL, published_at DATETIME(3) NULL,
      created_at DATETIME(3) NOT NULL, updated_at DATETIME(3) NOT NULL, demo TINYINT NOT NULL,
      INDEX ix_need_listing (listing, published_at, id),
      INDEX ix_need_listing_district (listing, district, published_at, id),
      INDEX ix_need_listing_funding (listing, funding, published_at, id),
      INDEX ix_need_listing_urgency (listing, urgency, published_at, id),
      INDEX ix_need_state (state, published_at, id),
      INDEX ix_need_poster (organisation_id, published_at, id),
      INDEX ix_need_own (organisation_id, id),
      INDEX ix_need_own_state (organisation_id, state, id),
      INDEX ix_need_screening (screening, submitted_at, id),
      INDEX ix_need_screening_area (screening, district, subdistrict, submitted_at, id),
      INDEX ix_need_screening_district (screening, district, submitted_at, id),
      INDEX ix_need_opens (opens_at, id),
      CONSTRAINT ck_need_state CHECK (state IN ('draft', 'submitted', 'published', 'responding', 'deciding', 'awarded',
        'in_delivery', 'completed', 'withdrawn', 'returned', 'failed', 'duplicate_of', 'referred_to')),
      CONSTRAINT ck_need_listing CHECK (listing IN ('open', 'past', 'hidden')),
      CONSTRAINT ck_need_open CHECK (listing <> 'open' OR published_at IS NOT NULL),
      CONSTRAINT ck_need_version CHECK (version >= 1))`);
    await runner.query(`CREATE TABLE need_leaf (
      need_id ${id} NOT NULL, leaf ${code(60)} NOT NULL, listing ${code(10)} NOT NULL, district VARCHAR(60) NOT NULL, published_at DATETIME(3) NOT NULL,
      PRIMARY KEY (need_id, leaf), INDEX ix_need_leaf_leaf (listing, leaf, published_at, need_id),
      INDEX ix_need_leaf_district (listing, leaf, district, published_at, need_id),
      CONSTRAINT ck_need_leaf_listing CHECK (listing IN ('open', 'past')))`);
    await runner.query(`CREATE TABLE need_version (
      need_id ${id} NOT NULL, version INT NOT NULL, title VARCHAR(80) NOT NULL, snapshot MEDIUMTEXT NOT NULL,
      created_at DATETIME(3) NOT NULL, PRIMARY KEY (need_id, version))`);
    await runner.query(`CREATE TABLE need_attachment (
      id ${id} NOT NULL PRIMARY KEY, need_id ${id} NOT NULL, title VARCHAR(120) NOT NULL, file_name VARCHAR(200) NOT NULL,
      media_type ${code(60)} NOT NULL, size INT NOT NULL, sha256 ${code(64)} NOT NULL, private TINYINT NOT NULL,
      added_at DATETIME(3) NOT NULL, INDEX ix_need_attachment_need (need_id, id))`);
    await runner.query(`CREATE TABLE need_join (
      id ${id} NOT NULL PRIMARY KEY, need_id ${id} NOT NULL, organisation_id ${id} NOT NULL, organisation_name VARCHAR(255) NOT NULL,
      note VARCHAR(200) NULL, joined_at DATETIME(3) NOT NULL, UNIQUE INDEX ux_need_join_organisation (need_id, organisation_id),
      INDEX ix_need_join_need (need_id, id))`);
    await runner.query(`CREATE TABLE rule (
      kind ${code(20)} NOT NULL, id ${code(100)} NOT NULL, version INT NOT NULL, text MEDIUMTEXT NOT NULL, edited TINYINT NOT NULL,
      updated_at DATETIME(3) NOT NULL, PRIMARY KEY (kind, id))`);
    await runner.query(`CREATE TABLE rule_revision (name ${code(10)} NOT NULL PRIMARY KEY, revision BIGINT NOT NULL)`);
    await runner.query(`CREATE TABLE organisation_copy (
      id ${id} NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL, kind ${code(30)} NOT NULL, name VARCHAR(255) NOT NULL,
      district VARCHAR(60) NULL, subdistrict VARCHAR(60) NULL, community VARCHAR(255) NULL, verification ${code(20)} NOT NULL,
      imported_source VARCHAR(255) NULL, imported_id VARCHAR(255) NULL, demo TINYINT NOT NULL,
      INDEX ix_organisation_copy_imported (imported_id, imported_source),
      INDEX ix_organisation_copy_place (kind, district, subdistrict), INDEX ix_organisation_copy_name (name))`);
    await runner.query(`CREATE TABLE drafting_copy (
      drafter_id ${id} NOT NULL, for_id ${id} NOT NULL, PRIMARY KEY (drafter_id, for_id), INDEX ix_drafting_copy_for (for_id))`);
    await runner.query(
      `CREATE TABLE compound_copy (id ${id} NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL, body MEDIUMTEXT NOT NULL)`,
    );
    await runner.query(
      `CREATE TABLE taxonomy_copy (name ${code(10)} NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL, body MEDIUMTEXT NOT NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'taxonomy_copy',
      'compound_copy',
      'drafting_copy',
      'organisation_copy',
      'rule_revision',
      'rule',
      'need_join',
      'need_attachment',
      'need_version',
      'need_leaf',
      'need',
    ])
      await runner.query(`DROP TABLE ${table}`);
  }
}
