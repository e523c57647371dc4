import type { Database, TransactionContext } from '@duijie/service-kit';
import { execute } from '../../persistence/sql';

/** The compounds of a community learn which organisation it is; null takes it away. */
export const linkCompounds =
  (database: Database) =>
  async (
    ctx: TransactionContext,
    place: { readonly district: string; readonly subdistrict: string; readonly community: string },
    organisationId: string | null,
  ): Promise<void> => {
    await execute(
      database,
      ctx,
      'UPDATE compound_community SET organisation_id = ? WHERE district = ? AND subdistrict = ? AND community = ?',
      [organisationId, place.district, place.subdistrict, place.community],
    );
  };
