const code = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;
const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
const day = 'CHAR(10) CHARACTER SET ascii COLLATE ascii_bin';
const instant = 'DATETIME(3)';
const oneOf = (table: string, column: string, ...values: readonly string[]): string =>
  `CONSTRAINT ck_${table}_${column} CHECK (${column} IN (${values.map((v) => `'${v}'`).join(', ')}))`;

/** Tables of the first migration, in the order of their making: name, and what stands between the brackets. */
export const identityTables: readonly (readonly [name: string, columns: string])[] = [
  [
    'person',
    `id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, name VARCHAR(60) NOT NULL, login VARCHAR(60) NOT NULL,
    password_hash ${code(200)} NOT NULL, totp_secret ${code(300)} NULL, totp_confirmed_at ${instant} NULL, totp_last_step BIGINT NULL,
    created_at ${instant} NOT NULL, updated_at ${instant} NOT NULL, UNIQUE INDEX ux_person_login (login)`,
  ],
  [
    'password_reset',
    `person_id ${id} NOT NULL PRIMARY KEY, code_hash ${code(64)} NOT NULL, tries_left INT NOT NULL, issued_by ${id} NOT NULL,
    expires_at ${instant} NOT NULL`,
  ],
  [
    'session',
    `id ${id} NOT NULL PRIMARY KEY, person_id ${id} NOT NULL, secret_hash ${code(64)} NOT NULL, organisation_id ${id} NULL,
    in_place_of ${id} NULL, second_factor TINYINT NOT NULL, created_at ${instant} NOT NULL, last_seen_at ${instant} NOT NULL,
    expires_at ${instant} NOT NULL, ended_at ${instant} NULL, UNIQUE INDEX ux_session_secret (secret_hash),
    INDEX ix_session_person (person_id, ended_at), INDEX ix_session_expires (expires_at)`,
  ],
  [
    'access_token',
    `id ${id} NOT NULL PRIMARY KEY, person_id ${id} NOT NULL, name VARCHAR(60) NOT NULL, secret_hash ${code(64)} NOT NULL,
    organisation_id ${id} NULL, second_factor TINYINT NOT NULL, created_at ${instant} NOT NULL, expires_at ${instant} NOT NULL,
    last_used_at ${instant} NULL, UNIQUE INDEX ux_access_token_secret (secret_hash),
    INDEX ix_access_token_person (person_id, id), INDEX ix_access_token_expires (expires_at)`,
  ],
  [
    'attempt_window',
    `scope ${code(64)} NOT NULL PRIMARY KEY, tries INT NOT NULL, started_at ${instant} NOT NULL,
    INDEX ix_attempt_window_started (started_at)`,
  ],
  [
    'organisation',
    `id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, kind ${code(30)} NOT NULL, name VARCHAR(80) NOT NULL,
    credit_code ${code(18)} NULL, claimed_code ${code(18)} NULL, business_scope MEDIUMTEXT NULL, description MEDIUMTEXT NOT NULL,
    district VARCHAR(30) NULL, subdistrict VARCHAR(60) NULL, community VARCHAR(60) NULL, founded_year INT NULL,
    contact MEDIUMTEXT NULL, qualifications MEDIUMTEXT NOT NULL, grade_level ${code(2)} NULL, grade_expires_on ${day} NULL,
    verification ${code(12)} NOT NULL, verification_reason VARCHAR(500) NULL, imported_source VARCHAR(120) NULL,
    imported_id VARCHAR(200) NULL, awaited_sponsor VARCHAR(200) NULL, untouched TINYINT NOT NULL, demo TINYINT NOT NULL,
    removed_at ${instant} NULL, created_by ${id} NULL, created_at ${instant} NOT NULL, updated_at ${instant} NOT NULL,
    UNIQUE INDEX ux_organisation_claimed_code (claimed_code), INDEX ix_organisation_list (verification, name, id),
    INDEX ix_organisation_kind (verification, kind, name, id), INDEX ix_organisation_district (verification, district, name, id),
    INDEX ix_organisation_kind_district (verification, kind, district, name, id),
    INDEX ix_organisation_place (district, subdistrict, community, kind),
    INDEX ix_organisation_imported (imported_source, imported_id), INDEX ix_organisation_sponsor (imported_source, awaited_sponsor),
    ${oneOf('organisation', 'verification', 'pending', 'verified', 'rejected', 'suspended')}`,
  ],
  [
    'affiliation',
    `id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, type ${code(10)} NOT NULL, from_id ${id} NOT NULL, to_id ${id} NOT NULL,
    state ${code(10)} NOT NULL, live INT NULL, proposed_by ${id} NOT NULL, created_at ${instant} NOT NULL, updated_at ${instant} NOT NULL,
    UNIQUE INDEX ux_affiliation_live (from_id, to_id, type, live), INDEX ix_affiliation_from (from_id, id),
    INDEX ix_affiliation_to (to_id, id),
    ${oneOf('affiliation', 'state', 'proposed', 'confirmed', 'declined', 'ended')},
    CONSTRAINT ck_affiliation_ends CHECK (from_id <> to_id)`,
  ],
  [
    'membership',
    `organisation_id ${id} NOT NULL, person_id ${id} NOT NULL, version INT NOT NULL, role ${code(15)} NOT NULL,
    joined_at ${instant} NOT NULL, PRIMARY KEY (organisation_id, person_id),
    INDEX ix_membership_person (person_id, joined_at, organisation_id),
    INDEX ix_membership_list (organisation_id, joined_at, person_id),
    ${oneOf('membership', 'role', 'owner', 'editor', 'viewer', 'broker', 'administrator', 'officer')}`,
  ],
  [
    'delegation',
    `id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, organisation_id ${id} NOT NULL, absent_id ${id} NOT NULL,
    deputy_id ${id} NOT NULL, starts_at ${instant} NOT NULL, ends_at ${instant} NOT NULL, ended_at ${instant} NULL,
    INDEX ix_delegation_organisation (organisation_id, id), INDEX ix_delegation_absent (organisation_id, absent_id, id),
    INDEX ix_delegation_deputy (deputy_id, ends_at), CONSTRAINT ck_delegation_period CHECK (starts_at < ends_at)`,
  ],
  [
    'invitation',
    `id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, type ${code(5)} NOT NULL, organisation_id ${id} NULL,
    community_code ${code(12)} NULL, role ${code(15)} NOT NULL, uses INT NOT NULL, used INT NOT NULL, token_hash ${code(64)} NOT NULL,
    code_hash ${code(64)} NOT NULL, created_by ${id} NOT NULL, created_at ${instant} NOT NULL, expires_at ${instant} NOT NULL,
    revoked_at ${instant} NULL, UNIQUE INDEX ux_invitation_token (token_hash), UNIQUE INDEX ux_invitation_code (code_hash),
    INDEX ix_invitation_organisation (organisation_id, id), INDEX ix_invitation_community (community_code, id),
    CONSTRAINT ck_invitation_used CHECK (used <= uses)`,
  ],
  [
    'district',
    `code ${code(20)} NOT NULL PRIMARY KEY, name VARCHAR(30) NOT NULL, managing TINYINT NOT NULL, lng DOUBLE NOT NULL, lat DOUBLE NOT NULL,
    tile_column INT NOT NULL, tile_row INT NOT NULL, UNIQUE INDEX ux_district_name (name)`,
  ],
  [
    'subdistrict',
    `code ${code(9)} NOT NULL PRIMARY KEY, name VARCHAR(60) NOT NULL, district_code ${code(20)} NOT NULL, managing_code ${code(20)} NULL,
    communities INT NOT NULL, claimed INT NOT NULL, INDEX ix_subdistrict_district (district_code, code),
    INDEX ix_subdistrict_managing (managing_code, code), INDEX ix_subdistrict_name (name, code)`,
  ],
  [
    'community',
    `code ${code(12)} NOT NULL PRIMARY KEY, name VARCHAR(60) NOT NULL, short_name VARCHAR(60) NOT NULL,
    subdistrict_code ${code(9)} NOT NULL, organisation_id ${id} NULL, claimed TINYINT NOT NULL,
    INDEX ix_community_subdistrict (subdistrict_code, code), INDEX ix_community_short_name (short_name, code),
    INDEX ix_community_organisation (organisation_id)`,
  ],
  [
    'place_source',
    `code ${code(6)} NOT NULL PRIMARY KEY, name VARCHAR(30) NOT NULL, source VARCHAR(300) NOT NULL, source_date ${day} NOT NULL,
    digest ${code(64)} NOT NULL, loaded_at ${instant} NOT NULL`,
  ],
  [
    'compound',
    `id ${id} NOT NULL PRIMARY KEY, version INT NOT NULL, name VARCHAR(80) NOT NULL, type ${code(30)} NOT NULL, district VARCHAR(30) NOT NULL,
    subdistrict VARCHAR(60) NOT NULL, households INT NULL, floor_area_m2 INT NULL, charged_area_m2 INT NULL, built_year INT NULL,
    lng DOUBLE NULL, lat DOUBLE NULL, lifts INT NULL, parking_spaces INT NULL, property_state ${code(20)} NULL, fee_fen BIGINT NULL,
    fee_regime ${code(20)} NULL, contract_ends_on ${day} NULL, committee_state ${code(20)} NULL, party_branch_state ${code(20)} NULL,
    firm_id ${id} NULL, committee_id ${id} NULL, collection_rate_percent DOUBLE NULL, common_income_fen_per_year BIGINT NULL,
    maintenance_fund_fen BIGINT NULL, imported_source VARCHAR(120) NULL, imported_id VARCHAR(200) NULL, demo TINYINT NOT NULL,
    live INT NULL, created_at ${instant} NOT NULL, updated_at ${instant} NOT NULL,
    UNIQUE INDEX ux_compound_place (district, subdistrict, name, live), INDEX ix_compound_list (live, name, id),
    INDEX ix_compound_district (live, district, name, id), INDEX ix_compound_subdistrict (live, district, subdistrict, name, id),
    INDEX ix_compound_imported (imported_source, imported_id),
    CONSTRAINT ck_compound_rate CHECK (collection_rate_percent IS NULL OR collection_rate_percent BETWEEN 0 AND 100)`,
  ],
  [
    'compound_community',
    `compound_id ${id} NOT NULL, community VARCHAR(60) NOT NULL, position INT NOT NULL, district VARCHAR(30) NOT NULL,
    subdistrict VARCHAR(60) NOT NULL, name VARCHAR(80) NOT NULL, organisation_id ${id} NULL, PRIMARY KEY (compound_id, community),
    INDEX ix_compound_community_list (district, subdistrict, community, name, compound_id)`,
  ],
];
