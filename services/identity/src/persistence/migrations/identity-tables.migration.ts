import type { MigrationInterface, QueryRunner } from 'typeorm';
import { identityTables } from './identity-tables';

/** People, sign-in, organisations, members, invitations, places, compounds. */
export class IdentityTables1764000000000 implements MigrationInterface {
  name = 'IdentityTables1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of identityTables) await runner.query(`CREATE TABLE ${name} (${columns})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name] of identityTables.toReversed()) await runner.query(`DROP TABLE ${name}`);
  }
}
