import { select, type Context, type Database } from '@duijie/service-kit';
import { leavesOf, type Need } from '../need';
import { listColumns, needOf, type NeedRow } from '../persistence/need-row';

/** Of one leaf, and of the same poster. */
const most = 30;
/** Leaves of a need that are looked under. */
const mostLeaves = 8;

/** Open needs that may be the same as another one: one walk along an index for each leaf, and one for its poster. */
export const createNeedCandidates = (database: Database) => ({
  async of(ctx: Context, need: Need): Promise<readonly Need[]> {
    const leaves = leavesOf(need).slice(0, mostLeaves);
    const walks = [
      ...leaves.map(
        () => `(SELECT need_id AS id FROM need_leaf FORCE INDEX (ix_need_leaf_district)
         WHERE listing = 'open' AND leaf = ? AND district = ? ORDER BY published_at DESC, need_id DESC LIMIT ${most})`,
      ),
      `(SELECT id FROM need FORCE INDEX (ix_need_poster) WHERE organisation_id = ? AND listing = 'open'
        ORDER BY published_at DESC, id DESC LIMIT ${most})`,
    ];
    const ids = await select<{ id: string }>(
      database,
      walks.join(' UNION '),
      [...leaves.flatMap((leaf) => [leaf, need.place.district]), need.organisationId],
      ctx,
    );
    const others = ids.map(({ id }) => id).filter((id) => id !== need.id);
    if (others.length === 0) return [];
    const rows = await select<NeedRow>(database, `SELECT ${listColumns} FROM need n WHERE n.id IN (?)`, [others], ctx);
    return rows.map(needOf);
  },
});
export type NeedCandidates = ReturnType<typeof createNeedCandidates>;
