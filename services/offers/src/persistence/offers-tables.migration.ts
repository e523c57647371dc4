import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
const code = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/** Tables of offers. */
export class OffersTables1700000100000 implements MigrationInterface {
  name = 'OffersTables1700000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE taxonomy (
      name ${code(10)} NOT NULL PRIMARY KEY, version INT NOT NULL, taxonomy_groups MEDIUMTEXT NOT NULL,
      core_services MEDIUMTEXT NOT NULL, updated_at DATETIME(3) NOT NULL)`);
    await runner.query(`CREATE TABLE organisation_copy (
      id ${id} NOT NULL PRIMARY KEY, sequence INT NOT NULL, kind ${code(30)} NOT NULL, name VARCHAR(200) NOT NULL,
      verification ${code(10)} NOT NULL, imported_source VARCHAR(200) NULL,
      imported_id VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
      INDEX ix_organisation_copy_origin (imported_source, imported_id), INDEX ix_organisation_copy_name (name))`);
    await runner.query(`CREATE TABLE track_record (
      provider_id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, rating_mean DOUBLE NULL, rating_count INT NOT NULL,
      completed INT NOT NULL, source VARCHAR(200) NOT NULL, updated_at DATETIME(3) NOT NULL,
      CONSTRAINT ck_track_record_rating CHECK (rating_count >= 0 AND completed >= 0
        AND ((rating_mean IS NULL AND rating_count = 0) OR (rating_mean BETWEEN 1 AND 5 AND rating_count > 0))))`);
    await runner.query(`CREATE TABLE service_package (
      id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, provider_id ${id} NOT NULL, state ${code(10)} NOT NULL,
      title VARCHAR(80) NOT NULL, description MEDIUMTEXT NOT NULL, categories MEDIUMTEXT NOT NULL, service_area MEDIUMTEXT NOT NULL,
      price_model ${code(20)} NOT NULL, price_min_fen BIGINT NOT NULL, price_max_fen BIGINT NOT NULL, capacity INT NOT NULL,
      lead_time_days INT NOT NULL, contact_hours VARCHAR(100) NULL, core_service ${code(60)} NULL, suspension MEDIUMTEXT NULL,
      demo TINYINT NOT NULL, created_at DATETIME(3) NOT NULL, updated_at DATETIME(3) NOT NULL, published_at DATETIME(3) NULL,
      INDEX ix_service_package_provider (provider_id, id), INDEX ix_service_package_provider_state (provider_id, state, id),
      CONSTRAINT ck_service_package_state CHECK (state IN ('draft', 'published', 'suspended', 'retired')),
      CONSTRAINT ck_service_package_suspended CHECK ((state = 'suspended') = (suspension IS NOT NULL)),
      CONSTRAINT ck_service_package_published CHECK (published_at IS NOT NULL OR state IN ('draft', 'retired')),
      CONSTRAINT ck_service_package_price CHECK (price_min_fen >= 0 AND price_min_fen <= price_max_fen),
      CONSTRAINT ck_service_package_capacity CHECK (capacity >= 0 AND lead_time_days >= 0))`);
    await runner.query(`CREATE TABLE package_facet (
      facet ${code(10)} NOT NULL, value VARCHAR(60) NOT NULL, package_id ${id} NOT NULL, published_at DATETIME(3) NOT NULL,
      PRIMARY KEY (facet, value, package_id), INDEX ix_package_facet_newest (facet, value, published_at, package_id),
      INDEX ix_package_facet_package (package_id))`);
    await runner.query(`CREATE TABLE package_version (
      package_id ${id} NOT NULL, version INT NOT NULL, published_at DATETIME(3) NOT NULL, title VARCHAR(80) NOT NULL,
      body MEDIUMTEXT NOT NULL, PRIMARY KEY (package_id, version))`);
    await runner.query(`CREATE TABLE package_evidence (
      id ${id} NOT NULL PRIMARY KEY, package_id ${id} NOT NULL, type ${code(10)} NOT NULL, title VARCHAR(200) NOT NULL,
      url VARCHAR(1000) NULL, sha256 ${code(64)} NULL, file_name VARCHAR(200) NULL, media_type ${code(100)} NULL, size BIGINT NULL,
      added_at DATETIME(3) NOT NULL, INDEX ix_package_evidence_package (package_id, id),
      CONSTRAINT ck_package_evidence_type CHECK ((type = 'link' AND url IS NOT NULL) OR (type = 'file' AND sha256 IS NOT NULL)))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'package_evidence',
      'package_version',
      'package_facet',
      'service_package',
      'track_record',
      'organisation_copy',
      'taxonomy',
    ])
      await runner.query(`DROP TABLE ${table}`);
  }
}
