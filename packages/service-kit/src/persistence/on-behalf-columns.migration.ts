import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Audit entries tell what a broker did for an organisation, how the broker was asked, and what was said. */
export class OnBehalfColumns1700000002000 implements MigrationInterface {
  name = 'OnBehalfColumns1700000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE audit_entry
      ADD COLUMN broker_organisation_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
      ADD COLUMN broker_organisation_name VARCHAR(200) NULL,
      ADD COLUMN on_behalf_channel VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
      ADD COLUMN on_behalf_note VARCHAR(200) NULL,
      ADD INDEX ix_audit_entry_broker (broker_organisation_id, id),
      ADD CONSTRAINT ck_audit_entry_on_behalf CHECK ((broker_organisation_id IS NULL) = (on_behalf_channel IS NULL)
        AND (broker_organisation_id IS NULL) = (on_behalf_note IS NULL)
        AND (broker_organisation_id IS NULL OR organisation_id IS NOT NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE audit_entry DROP CONSTRAINT ck_audit_entry_on_behalf`);
    await runner.query(`ALTER TABLE audit_entry DROP INDEX ix_audit_entry_broker,
      DROP COLUMN broker_organisation_id, DROP COLUMN broker_organisation_name, DROP COLUMN on_behalf_channel,
      DROP COLUMN on_behalf_note`);
  }
}
