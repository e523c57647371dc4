import type { RoundSettings } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import type { Contribution } from '@duijie/match-engine';
import type { Context } from '@duijie/service-kit';
import { takesResponses } from '../need-openness';
import { progressOf } from '../pair-progress';
import type { PairStepRepository } from '../persistence/pair-step.repository';
import type { Subjects } from '../persistence/subjects.read-model';
import { inBatches } from './in-batches';
import type { RoundFactsModel } from './persistence/round-facts.read-model';
import { providerGroups } from './provider-groups';
import type { LeftOut, RoundPackageFact, RoundPair } from './round';

const atOnce = 500;
const yearMs = 365 * 24 * 3600 * 1000;
/** What a provider looks at: what is asked for, where, for how much. */
const regarded: ReadonlySet<Contribution['part']> = new Set(['coverage', 'focus', 'place', 'price']);

/** A round as it stands now, before marks and numbers set by hand. */
export interface CollectedRound {
  readonly packages: readonly Omit<RoundPackageFact, 'places'>[];
  readonly pairs: readonly Omit<RoundPair, 'mark'>[];
  readonly leftOut: LeftOut;
  readonly offersBefore: Readonly<Record<string, number>>;
  /** A need of the round is decided by a contest. */
  readonly hasContest: boolean;
}

/** Puts a round together from stored matches, free capacities and what was introduced before. */
export const collectRound =
  (deps: {
    readonly clock: Clock;
    readonly facts: RoundFactsModel;
    readonly subjects: Subjects;
    readonly steps: PairStepRepository;
  }) =>
  async (
    ctx: Context,
    {
      organisationId,
      settings,
      needIds,
    }: { organisationId: string; settings: RoundSettings; needIds: readonly string[] },
  ): Promise<CollectedRound> => {
    const { facts, subjects, steps, clock } = deps;
    const left = { needs: 0, introduced: 0, ownPackages: 0, noCapacity: 0, conflict: 0, below: 0 };
    let hasContest = false;
    const found = await inBatches(needIds, atOnce, async (batch) => {
      const bodies = await subjects.needBodies(ctx, batch);
      const open = batch.flatMap((id) => {
        const body = bodies.get(id);
        return body && takesResponses(body.state) ? [body] : [];
      });
      left.needs += batch.length - open.length;
      hasContest ||= open.some(({ mode }) => mode === 'quotation' || mode === 'open_call');
      const walls = await subjects.wallsOf(ctx, open);
      const ids = open.map(({ id }) => id);
      const told = await steps.ofNeeds(ctx, ids);
      return (await facts.suggested(ctx, ids, settings.candidatesPerNeed)).flatMap((pair) => {
        if (pair.score < settings.leastScore) left.below += 1;
        // An association that brokers a need for others does not broker its own package beside them.
        else if (pair.providerId === organisationId) left.ownPackages += 1;
        else if (walls.get(pair.needId)?.excluded.includes(pair.providerId)) left.conflict += 1;
        else if (progressOf(told.get(pair.needId) ?? [], pair) !== null) left.introduced += 1;
        else return [pair];
        return [];
      });
    });
    const packages = new Map(
      await inBatches([...new Set(found.map(({ packageId }) => packageId))], atOnce, async (batch) =>
        facts.packages(ctx, batch),
      ),
    );
    const free = (id: string): number => {
      const one = packages.get(id);
      return one && one.body.state === 'published' ? Math.max(0, one.body.capacity - one.used) : 0;
    };
    const pairs = found.filter(({ packageId }) => {
      const has = free(packageId) > 0;
      if (!has) left.noCapacity += 1;
      return has;
    });
    const used = [...new Set(pairs.map(({ packageId }) => packageId))].toSorted();
    const providers = [...new Set(pairs.map(({ providerId }) => providerId))];
    const groups = providerGroups(providers, await facts.groupLinks(ctx, providers));
    return {
      hasContest,
      leftOut: left,
      offersBefore:
        settings.rotationPoints === 0
          ? {}
          : await facts.offersSince(ctx, providers, new Date(clock.now().getTime() - yearMs)),
      packages: used.map((packageId) => {
        const { body } = packages.get(packageId)!;
        return {
          packageId,
          providerId: body.providerId,
          groupId: groups.get(body.providerId) ?? null,
          free: free(packageId),
          small: body.trackRecord.completed < settings.smallBelow,
        };
      }),
      pairs: pairs.map(({ needId, packageId, score, contributions }) => ({
        needId,
        packageId,
        score,
        regard: Math.max(
          1,
          contributions.reduce((sum, { part, points }) => sum + (regarded.has(part) ? points : 0), 0),
        ),
      })),
    };
  };
