import type { NeedBody } from '@duijie/contracts';
import { dayOf } from '@duijie/domain-kit';
import type { JudgedNeed } from '@duijie/match-engine';
import type { Context } from '@duijie/service-kit';
import type { MatchingEngine } from '../engine/matching-engine';
import type { Subjects } from '../persistence/subjects.read-model';
import { engineNeedOf } from '../to-engine';
import type { GradedPair } from './graded-pairs';
import type { PastNeeds } from './persistence/past-needs.read-model';

/** So many past needs are looked at, newest first. */
export const mostPastNeeds = 2000;
const atOnce = 100;

/** Day on which a need is judged: that of its publication, when its window still lay ahead. */
export const dayOfNeed = (need: NeedBody): string => dayOf(new Date(need.publishedAt ?? need.updatedAt));

/** A past need's pairs with what they score part by part. */
export interface PastParts extends JudgedNeed {
  readonly state: NeedBody['state'];
  readonly pairs: readonly (JudgedNeed['pairs'][number] & Pick<GradedPair, 'progress'> & { readonly score: number })[];
}

/** Past needs with graded pairs, looked at part by part by the weights in force. Packages no longer offered are left out. */
export const pastParts =
  (deps: { readonly engine: MatchingEngine; readonly past: PastNeeds; readonly subjects: Subjects }) =>
  async (ctx: Context): Promise<readonly PastParts[]> => {
    const judged = (await deps.past.judged(ctx, mostPastNeeds)).filter(({ pairs }) => pairs.length > 0);
    const found: PastParts[] = [];
    for (let at = 0; at < judged.length; at += atOnce) {
      const part = judged.slice(at, at + atOnce);
      const walls = await deps.subjects.wallsOf(
        ctx,
        part.map(({ need }) => need),
      );
      const { output } = await deps.engine.run('packages', 'parts', {
        needs: part.map(({ need, pairs }) => ({
          need: engineNeedOf(need, walls.get(need.id) ?? { excluded: [], flagged: [] }),
          packageIds: pairs.map(({ packageId }) => packageId),
          asOfDay: dayOfNeed(need),
        })),
      });
      for (const [i, parts] of output.entries()) {
        const past = part[i];
        if (!past) continue;
        const graded = new Map(past.pairs.map((pair) => [pair.packageId, pair]));
        found.push({
          needId: past.need.id,
          state: past.need.state,
          pairs: parts.flatMap((one) => {
            const pair = graded.get(one.packageId);
            return pair ? [{ ...one, grade: pair.grade, progress: pair.progress }] : [];
          }),
        });
      }
    }
    return found;
  };
