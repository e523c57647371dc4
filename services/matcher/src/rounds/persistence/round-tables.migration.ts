import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Brokering rounds. A publication refers to its round with state, version and snapshot: while it stands, none of the three
 * can change, whatever the code does.
 */
export class RoundTables1764000000030 implements MigrationInterface {
  name = 'RoundTables1764000000030';

  async up(runner: QueryRunner): Promise<void> {
    const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
    const code = (length: number) => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;
    const hash = 'CHAR(64) CHARACTER SET ascii COLLATE ascii_bin';
    await runner.query(`CREATE TABLE matching_round (
      id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, state ${code(10)} NOT NULL, organisation_id ${id} NOT NULL,
      title VARCHAR(120) NOT NULL, note VARCHAR(1000) NULL, selection MEDIUMTEXT NOT NULL, settings MEDIUMTEXT NOT NULL,
      created_by_name VARCHAR(60) NOT NULL, need_count INT NOT NULL, pair_count INT NOT NULL, offer_count INT NULL,
      left_out MEDIUMTEXT NOT NULL, offers_before MEDIUMTEXT NOT NULL, solution_id ${id} NULL, solution MEDIUMTEXT NULL,
      unmet MEDIUMTEXT NOT NULL, snapshot ${hash} NULL, frozen LONGBLOB NULL, frozen_score BIGINT NULL,
      frozen_at DATETIME(3) NULL, frozen_by_name VARCHAR(60) NULL, draw_source VARCHAR(300) NULL, draw_value VARCHAR(200) NULL,
      drawn_at DATETIME(3) NULL, checked_at DATETIME(3) NULL, published_at DATETIME(3) NULL, published_by_name VARCHAR(60) NULL,
      created_at DATETIME(3) NOT NULL, updated_at DATETIME(3) NOT NULL,
      INDEX ix_matching_round_list (organisation_id, id), INDEX ix_matching_round_state (organisation_id, state, id),
      UNIQUE INDEX ux_matching_round_published (id, state, version, snapshot),
      CONSTRAINT ck_matching_round_state CHECK (state IN ('draft', 'frozen', 'published', 'cancelled')),
      CONSTRAINT ck_matching_round_solution CHECK ((solution IS NULL) = (solution_id IS NULL)
        AND (solution IS NULL) = (offer_count IS NULL)),
      CONSTRAINT ck_matching_round_frozen CHECK (state NOT IN ('frozen', 'published') OR (snapshot IS NOT NULL
        AND frozen IS NOT NULL AND frozen_score IS NOT NULL AND frozen_at IS NOT NULL AND frozen_by_name IS NOT NULL)),
      CONSTRAINT ck_matching_round_draft CHECK (state <> 'draft' OR (snapshot IS NULL AND frozen IS NULL AND draw_source IS NULL)),
      CONSTRAINT ck_matching_round_draw CHECK ((draw_value IS NULL) = (drawn_at IS NULL)
        AND (draw_value IS NULL OR draw_source IS NOT NULL)),
      CONSTRAINT ck_matching_round_published CHECK ((state = 'published') = (published_at IS NOT NULL)
        AND (state <> 'published' OR (checked_at IS NOT NULL AND published_by_name IS NOT NULL
        AND (draw_source IS NULL OR draw_value IS NOT NULL)))))`);
    await runner.query(`CREATE TABLE round_need (
      round_id ${id} NOT NULL, need_id ${id} NOT NULL, place INT NOT NULL, district VARCHAR(30) NOT NULL, offers INT NULL, live_need_id ${id} NULL,
      PRIMARY KEY (round_id, need_id), INDEX ix_round_need_place (round_id, place, need_id),
      UNIQUE INDEX ux_round_need_live (live_need_id), INDEX ix_round_need_need (need_id),
      CONSTRAINT fk_round_need_round FOREIGN KEY (round_id) REFERENCES matching_round (id),
      CONSTRAINT ck_round_need_live CHECK (live_need_id IS NULL OR live_need_id = need_id),
      CONSTRAINT ck_round_need_offers CHECK (offers BETWEEN 0 AND 5))`);
    await runner.query(`CREATE TABLE round_package (
      round_id ${id} NOT NULL, package_id ${id} NOT NULL, provider_id ${id} NOT NULL, group_id ${id} NULL, free INT NOT NULL,
      places INT NULL, small TINYINT NOT NULL,
      PRIMARY KEY (round_id, package_id), INDEX ix_round_package_package (package_id),
      CONSTRAINT fk_round_package_round FOREIGN KEY (round_id) REFERENCES matching_round (id),
      CONSTRAINT ck_round_package_places CHECK (free >= 0 AND (places IS NULL OR places >= 0)))`);
    await runner.query(`CREATE TABLE round_pair (
      round_id ${id} NOT NULL, need_id ${id} NOT NULL, package_id ${id} NOT NULL, score INT NOT NULL, regard INT NOT NULL,
      mark ${code(6)} NULL,
      PRIMARY KEY (round_id, need_id, package_id), INDEX ix_round_pair_mark (round_id, mark, need_id),
      INDEX ix_round_pair_need (need_id), INDEX ix_round_pair_package (package_id),
      CONSTRAINT fk_round_pair_round FOREIGN KEY (round_id) REFERENCES matching_round (id),
      CONSTRAINT ck_round_pair_score CHECK (score BETWEEN 0 AND 10000 AND regard >= 1),
      CONSTRAINT ck_round_pair_mark CHECK (mark IN ('pinned', 'vetoed')))`);
    await runner.query(`CREATE TABLE round_publication (
      round_id ${id} NOT NULL PRIMARY KEY, round_state ${code(10)} NOT NULL, round_version INT NOT NULL, snapshot ${hash} NOT NULL,
      actor MEDIUMTEXT NOT NULL, traceparent VARCHAR(60) NOT NULL, published_at DATETIME(3) NOT NULL,
      INDEX ix_round_publication_round (round_id, round_state, round_version, snapshot),
      CONSTRAINT fk_round_publication_round FOREIGN KEY (round_id, round_state, round_version, snapshot)
        REFERENCES matching_round (id, state, version, snapshot) ON UPDATE RESTRICT ON DELETE RESTRICT,
      CONSTRAINT ck_round_publication_state CHECK (round_state = 'published'))`);
    await runner.query(`CREATE TABLE round_offer (
      round_id ${id} NOT NULL, need_id ${id} NOT NULL, package_id ${id} NOT NULL, provider_id ${id} NOT NULL, score INT NOT NULL,
      pinned TINYINT NOT NULL, state ${code(10)} NOT NULL, words MEDIUMTEXT NULL, offered_at DATETIME(3) NOT NULL,
      PRIMARY KEY (round_id, need_id, package_id), INDEX ix_round_offer_state (state, round_id, need_id),
      INDEX ix_round_offer_provider (provider_id, offered_at), INDEX ix_round_offer_need (need_id),
      INDEX ix_round_offer_package (package_id),
      CONSTRAINT fk_round_offer_publication FOREIGN KEY (round_id) REFERENCES round_publication (round_id),
      CONSTRAINT ck_round_offer_state CHECK (state IN ('fallen', 'waiting', 'told', 'introduced', 'asked', 'stood', 'refused')),
      CONSTRAINT ck_round_offer_words CHECK (state NOT IN ('fallen', 'refused') OR words IS NOT NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'round_offer',
      'round_publication',
      'round_pair',
      'round_package',
      'round_need',
      'matching_round',
    ])
      await runner.query(`DROP TABLE ${table}`);
  }
}
