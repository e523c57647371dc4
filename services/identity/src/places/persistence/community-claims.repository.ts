import type { Database, TransactionContext } from '@duijie/service-kit';
import { execute, select } from '../../persistence/sql';

/** Which organisation a pre-loaded community has, and whether somebody uses it. */
export interface CommunityClaims {
  /** Holds the community's row. @returns its organisation, null without one, undefined when there is no such community */
  lock(ctx: TransactionContext, communityCode: string): Promise<string | null | undefined>;
  link(ctx: TransactionContext, communityCode: string, organisationId: string): Promise<void>;
  /** A community whose organisation has its first member is claimed; harmless for all others. */
  claimed(ctx: TransactionContext, organisationId: string): Promise<void>;
  /** The organisation is gone. */
  release(ctx: TransactionContext, organisationId: string): Promise<void>;
}

export const createCommunityClaims = (database: Database): CommunityClaims => {
  const setClaimed = async (ctx: TransactionContext, organisationId: string, to: 0 | 1): Promise<void> => {
    const rows = await select<{ code: string; subdistrict_code: string }>(
      database,
      ctx,
      'SELECT code, subdistrict_code FROM community WHERE organisation_id = ? AND claimed = ? FOR UPDATE',
      [organisationId, 1 - to],
    );
    for (const row of rows) {
      await execute(database, ctx, 'UPDATE community SET claimed = ? WHERE code = ?', [to, row.code]);
      await execute(database, ctx, 'UPDATE subdistrict SET claimed = claimed + ? WHERE code = ?', [
        to === 1 ? 1 : -1,
        row.subdistrict_code,
      ]);
    }
  };
  return {
    async lock(ctx, code) {
      const [row] = await select<{ organisation_id: string | null }>(
        database,
        ctx,
        'SELECT organisation_id FROM community WHERE code = ? FOR UPDATE',
        [code],
      );
      return row?.organisation_id;
    },
    async link(ctx, code, organisationId) {
      await execute(
        database,
        ctx,
        'UPDATE community SET organisation_id = ? WHERE code = ? AND organisation_id IS NULL',
        [organisationId, code],
      );
    },
    claimed: (ctx, organisationId) => setClaimed(ctx, organisationId, 1),
    async release(ctx, organisationId) {
      await setClaimed(ctx, organisationId, 0);
      await execute(database, ctx, 'UPDATE community SET organisation_id = NULL WHERE organisation_id = ?', [
        organisationId,
      ]);
    },
  };
};
