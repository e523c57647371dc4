import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Compounds of a firm, by name and by the end of its contract. */
export class CompoundFirm1764000005000 implements MigrationInterface {
  name = 'CompoundFirm1764000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX ix_compound_firm ON compound (firm_id, live, name, id)');
    await runner.query('CREATE INDEX ix_compound_contract ON compound (firm_id, live, contract_ends_on, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_compound_contract ON compound');
    await runner.query('DROP INDEX ix_compound_firm ON compound');
  }
}
