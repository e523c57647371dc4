import type { NeedBody } from '@duijie/contracts';
import { select, type Context, type Database } from '@duijie/service-kit';
import type { PairStepRepository } from '../../persistence/pair-step.repository';
import { gradedPairs, type GradedPair } from '../graded-pairs';

/** A past need with what people did with its pairs. */
export interface PastNeed {
  readonly need: NeedBody;
  readonly pairs: readonly GradedPair[];
}

export interface PastNeeds {
  /** Newest first, drafts left out. */
  latest(limit: number): Promise<readonly NeedBody[]>;
  /** Needs of which desk or deals have told something, newest first. */
  judged(ctx: Context, limit: number): Promise<readonly PastNeed[]>;
}

const atOnce = 200;

export const createPastNeeds = (database: Database, steps: PairStepRepository): PastNeeds => ({
  async latest(limit) {
    const rows = await select<{ body: string }>(
      database,
      `SELECT body FROM need_copy WHERE state <> 'draft' ORDER BY id DESC LIMIT ?`,
      [limit],
    );
    return rows.map(({ body }) => JSON.parse(body) as NeedBody);
  },

  async judged(ctx, limit) {
    const ids = (
      await select<{ need_id: string }>(
        database,
        'SELECT DISTINCT need_id FROM pair_step ORDER BY need_id DESC LIMIT ?',
        [limit],
      )
    ).map(({ need_id }) => need_id);
    const past: PastNeed[] = [];
    for (let at = 0; at < ids.length; at += atOnce) {
      const part = ids.slice(at, at + atOnce);
      const needs = await select<{ body: string }>(database, 'SELECT body FROM need_copy WHERE id IN (?)', [part]);
      const listed = await select<{
        need_id: string;
        package_id: string;
        provider_id: string;
        state: 'suggested' | 'dismissed';
        place: number;
      }>(database, 'SELECT need_id, package_id, provider_id, state, place FROM need_match WHERE need_id IN (?)', [
        part,
      ]);
      const told = await steps.ofNeeds(ctx, part);
      for (const { body } of needs) {
        const need = JSON.parse(body) as NeedBody;
        const rows = listed
          .filter((row) => row.need_id === need.id)
          .map((row) => ({
            packageId: row.package_id,
            providerId: row.provider_id,
            dismissed: row.state === 'dismissed',
            place: row.place,
          }));
        past.push({ need, pairs: gradedPairs(rows, told.get(need.id) ?? []) });
      }
    }
    return past;
  },
});
