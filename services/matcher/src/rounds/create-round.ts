import { newId } from '@duijie/domain-kit';
import type { RoundSelection, RoundSettings } from '@duijie/contracts';
import {
  actingForOf,
  Conflict,
  faultAt,
  isDuplicateKey,
  personOf,
  Refusal,
  ValidationFailed,
  type Context,
  type TransactionContext,
} from '@duijie/service-kit';
import { takesResponses } from '../need-openness';
import type { NeedFact } from './persistence/round-facts.read-model';
import type { RoundRow } from './round';
import type { RoundDeps } from './round-deps';

export interface NewRound {
  readonly title: string;
  readonly note: string | null;
  readonly selection: RoundSelection;
  readonly settings: RoundSettings;
}

const takenWords = (): Conflict =>
  new Conflict('round.needs-taken', {
    zh: '有需求已在另一个进行中的轮次里',
    en: 'A need stands in another open round',
  });

/** Starts a round of the association with the needs that were chosen; it is put together when it is solved. */
export const createRound =
  ({ database, audit, clock, rounds, parts, facts }: RoundDeps) =>
  (ctx: Context, { title, note, selection, settings }: NewRound): Promise<RoundRow> =>
    database.run(ctx, async (inner) => {
      const needs = await chosenNeeds(inner, selection);
      const now = clock.now();
      const row: RoundRow = {
        id: newId(now.getTime()),
        version: 1,
        state: 'draft',
        organisationId: actingForOf(inner).organisationId,
        title,
        note,
        selection,
        settings,
        createdByName: personOf(inner).name,
        needCount: needs.length,
        pairCount: 0,
        offerCount: null,
        leftOut: { needs: 0, introduced: 0, ownPackages: 0, noCapacity: 0, conflict: 0, below: 0 },
        offersBefore: {},
        solutionId: null,
        unmet: [],
        snapshot: null,
        frozenScore: null,
        frozenAt: null,
        frozenByName: null,
        drawSource: null,
        drawValue: null,
        drawnAt: null,
        checkedAt: null,
        publishedAt: null,
        publishedByName: null,
        createdAt: now,
        updatedAt: now,
      };
      await rounds.insert(inner, row);
      try {
        await parts.addNeeds(inner, row.id, needs);
      } catch (error) {
        if (isDuplicateKey(error)) throw takenWords();
        throw error;
      }
      await audit.record(inner, {
        action: 'round.started',
        aggregate: { type: 'round', id: row.id },
        to: row.state,
        data: { needs: needs.length, settings },
      });
      return row;

      async function chosenNeeds(within: TransactionContext, chosen: RoundSelection): Promise<readonly NeedFact[]> {
        if (chosen.by === 'filter') {
          const found = await facts.needsBy(within, chosen);
          if (found.length > 0) return found;
          throw new ValidationFailed([
            faultAt('/selection', '没有符合条件的需求', 'No need fits that takes offers and stands in no open round'),
          ]);
        }
        const ids = [...new Set(chosen.needIds)];
        const known = new Map((await facts.needs(within, ids)).map((need) => [need.needId, need]));
        const faults = ids.flatMap((id, at) => {
          const need = known.get(id);
          return need && takesResponses(need.state)
            ? []
            : [
                faultAt(
                  `/selection/needIds/${at}`,
                  '需求不存在或当前不接受推介',
                  'No such need, or it takes no offers now',
                ),
              ];
        });
        if (faults.length > 0) throw new ValidationFailed(faults);
        const taken = await parts.taken(within, ids);
        if (taken.size > 0)
          throw new Refusal('conflict', {
            reason: 'round.needs-taken',
            detail: takenWords().detail!,
            faults: ids.flatMap((id, at) =>
              taken.has(id)
                ? [faultAt(`/selection/needIds/${at}`, '已在另一个轮次里', 'It stands in another open round')]
                : [],
            ),
          });
        return ids.map((id) => known.get(id)!);
      }
    });
