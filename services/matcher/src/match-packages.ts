import { dayOf, type Clock } from '@duijie/domain-kit';
import { serviceContext, type Database } from '@duijie/service-kit';
import type { MatchingEngine } from './engine/matching-engine';
import type { MatchNeeds } from './match-needs';
import type { FeedRepository } from './persistence/feed.repository';
import type { WorkRepository } from './persistence/work.repository';

const packagesAtOnce = 100;
const needsAtOnce = 50;
/** Another process's clock may be a little ahead of this one's. */
const clockSlackMs = 5000;

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));

/**
 * Lists that a change of these packages alone does not bear on are as good over the newer index as they were: they need
 * not settle. Where something has changed since that bears on all lists, they settle anyway.
 */
const carryingOver =
  ({
    database,
    feeds,
    work,
  }: {
    readonly database: Database;
    readonly feeds: FeedRepository;
    readonly work: WorkRepository;
  }) =>
  async (packageIds: readonly string[], upTo: number): Promise<void> => {
    const from = await feeds.settlePosition();
    if (from < upTo)
      await database.run(serviceContext('matcher'), (ctx) => work.carryOver(ctx, packageIds, from, upTo));
  };

/** @returns how many packages and lists were worked on */
export type MatchPackages = () => Promise<{ readonly needs: number; readonly packages: number }>;

/**
 * Brings all changed packages into the lists they now belong in and out of those they do not: only needs that list one
 * of them, or would, are ranked anew. Many packages that change together are one pass over the needs.
 */
export const matchPackages = (deps: {
  readonly clock: Clock;
  readonly database: Database;
  readonly engine: MatchingEngine;
  readonly feeds: FeedRepository;
  readonly work: WorkRepository;
  readonly matchNeeds: MatchNeeds;
}): MatchPackages => {
  const { clock, engine, work } = deps;
  const carryOver = carryingOver(deps);
  return async () => {
    let [needs, packages] = [0, 0];
    for (;;) {
      const due = await work.duePackages(new Date(clock.now().getTime() + clockSlackMs), packagesAtOnce);
      if (due.length === 0) return { needs, packages };
      const packageIds = due.map(({ id }) => id);
      const asOfDay = dayOf(clock.now());
      const listed = await work.needsListing(packageIds);
      for (const needIds of chunks(listed, needsAtOnce)) needs += await deps.matchNeeds(needIds, 'packages');
      const known = new Set(listed);
      const related = (await engine.run('packages', 'related', { packageIds, asOfDay })).output.filter(
        (id) => !known.has(id),
      );
      for (const needIds of chunks(related, needsAtOnce))
        needs += await deps.matchNeeds(needIds, 'packages', packageIds);
      const upTo = Math.max(...due.map(({ changeNo }) => changeNo));
      await work.packagesDone(packageIds, upTo);
      await carryOver(packageIds, upTo);
      packages += due.length;
    }
  };
};
