import { serviceContext, type Database, type EmptyingPlan } from '@duijie/service-kit';
import { execute, select } from '../../persistence/sql';

const batch = 100;
const ofOrganisation = (table: string, key: string, ...columns: readonly string[]) => ({
  table,
  key,
  found: columns.map((column) => `${table} r ON r.${column} = e.id`),
});

/**
 * Invented organisations and compounds with their members; people who belong to no other organisation. Pre-loaded
 * communities and real compounds stay, without the invented organisation that stood there.
 */
export const emptyingPlan = (database: Database): EmptyingPlan => ({
  async loosen() {
    const context = serviceContext('identity');
    const communities = await select<{ code: string; subdistrict_code: string; claimed: number }>(
      database,
      context,
      `SELECT c.code, c.subdistrict_code, c.claimed FROM emptied e JOIN community c ON c.organisation_id = e.id LIMIT ${batch}`,
    );
    for (const { code, subdistrict_code: subdistrict, claimed } of communities)
      await database.run(context, async (ctx) => {
        const freed = await execute(
          database,
          ctx,
          'UPDATE community SET organisation_id = NULL, claimed = 0 WHERE code = ? AND organisation_id IS NOT NULL',
          [code],
        );
        if (freed > 0 && claimed === 1)
          await execute(database, ctx, 'UPDATE subdistrict SET claimed = claimed - 1 WHERE code = ?', [subdistrict]);
      });
    let done = communities.length;
    for (const [table, key, column] of [
      ['compound', 'id', 'firm_id'],
      ['compound', 'id', 'committee_id'],
      ['compound_community', 'compound_id', 'organisation_id'],
      ['session', 'id', 'organisation_id'],
    ] as const) {
      const tied = await select<{ k: string }>(
        database,
        context,
        `SELECT DISTINCT r.${key} AS k FROM emptied e JOIN ${table} r ON r.${column} = e.id LIMIT ${batch}`,
      );
      done += tied.length;
      if (tied.length > 0)
        await execute(
          database,
          context,
          `UPDATE ${table} SET ${column} = NULL WHERE ${key} IN (?) AND ${column} IN (SELECT id FROM emptied)`,
          [tied.map(({ k }) => k)],
        );
    }
    return done;
  },
  removals: [
    {
      table: 'person',
      key: 'id',
      found: [
        `membership m ON m.organisation_id = e.id JOIN person r ON r.id = m.person_id AND NOT EXISTS (
          SELECT 1 FROM membership x LEFT JOIN emptied y ON y.id = x.organisation_id
          WHERE x.person_id = m.person_id AND y.id IS NULL)`,
      ],
      parts: [
        ['session', 'person_id'],
        ['access_token', 'person_id'],
        ['password_reset', 'person_id'],
        ['membership', 'person_id'],
      ],
    },
    ofOrganisation('access_token', 'id', 'organisation_id'),
    ofOrganisation('membership', 'organisation_id', 'organisation_id'),
    ofOrganisation('delegation', 'id', 'organisation_id'),
    ofOrganisation('invitation', 'id', 'organisation_id'),
    ofOrganisation('affiliation', 'id', 'from_id', 'to_id'),
    ofOrganisation('staff_state', 'organisation_id', 'organisation_id'),
    { table: 'import_identity', key: 'aggregate_id', found: ['import_identity r ON r.aggregate_id = e.id'] },
    {
      table: 'compound',
      key: 'id',
      found: ['compound r ON r.id = e.id'],
      parts: [['compound_community', 'compound_id']],
    },
    ofOrganisation('organisation', 'id', 'id'),
  ],
});
