import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables that every service's database has: outbox, inbox, audit chain, idempotency keys. */
export class KitTables1700000000000 implements MigrationInterface {
  name = 'KitTables1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    const id = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
    const code = (length: number) => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;
    await runner.query(`CREATE TABLE outbox (
      id ${id} NOT NULL PRIMARY KEY, type ${code(60)} NOT NULL, aggregate_id ${id} NOT NULL, sequence BIGINT NOT NULL,
      envelope MEDIUMTEXT NOT NULL, occurred_at DATETIME(3) NOT NULL, INDEX ix_outbox_occurred (occurred_at))`);
    await runner.query(`CREATE TABLE outbox_delivery (
      event_id ${id} NOT NULL, subscriber ${code(30)} NOT NULL, state ${code(10)} NOT NULL, queued_at DATETIME(3) NULL,
      PRIMARY KEY (event_id, subscriber), INDEX ix_outbox_delivery_state (state, event_id),
      CONSTRAINT ck_outbox_delivery_state CHECK (state IN ('pending', 'queued', 'confirmed')))`);
    await runner.query(`CREATE TABLE inbox (
      event_id ${id} NOT NULL PRIMARY KEY, received_at DATETIME(3) NOT NULL, INDEX ix_inbox_received (received_at))`);
    await runner.query(`CREATE TABLE audit_entry (
      id ${id} NOT NULL PRIMARY KEY, occurred_at DATETIME(3) NOT NULL, actor ${code(60)} NOT NULL, organisation_id ${id} NULL,
      in_place_of ${id} NULL, action ${code(60)} NOT NULL, aggregate_type ${code(40)} NOT NULL, aggregate_id ${code(60)} NOT NULL,
      from_state ${code(30)} NULL, to_state ${code(30)} NULL, reason VARCHAR(1000) NULL, data MEDIUMTEXT NULL,
      request_id ${code(64)} NOT NULL, remote_address ${code(64)} NULL, position BIGINT NULL, previous_hash ${code(64)} NULL, hash ${code(64)} NULL,
      UNIQUE INDEX ux_audit_entry_position (position), INDEX ix_audit_entry_aggregate (aggregate_id, id))`);
    await runner.query(
      `CREATE TABLE audit_head (name ${code(10)} NOT NULL PRIMARY KEY, position BIGINT NOT NULL, hash ${code(64)} NOT NULL)`,
    );
    await runner.query(`INSERT INTO audit_head (name, position, hash) VALUES ('head', 0, '${'0'.repeat(64)}')`);
    await runner.query(`CREATE TABLE idempotency_key (
      scope ${code(64)} NOT NULL PRIMARY KEY, fingerprint ${code(64)} NOT NULL, status INT NOT NULL, headers MEDIUMTEXT NOT NULL,
      body MEDIUMTEXT NULL, created_at DATETIME(3) NOT NULL, INDEX ix_idempotency_key_created (created_at))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['idempotency_key', 'audit_head', 'audit_entry', 'inbox', 'outbox_delivery', 'outbox'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
