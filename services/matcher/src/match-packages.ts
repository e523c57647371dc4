import { dayOf, type Clock } from '@duijie/domain-kit';
import type { MatchingEngine } from './engine/matching-engine';
import type { MatchNeeds } from './match-needs';
import type { WorkRepository } from './persistence/work.repository';
import { suggestionsPerNeed } from './suggestions-per-need';

const packagesAtOnce = 100;
const needsAtOnce = 50;
const keptAtOnce = 200;
/** Another process's clock may be a little ahead of this one's. */
const clockSlackMs = 5000;

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));

/** @returns how many packages and lists were worked on */
export type MatchPackages = () => Promise<{ readonly needs: number; readonly packages: number }>;

/**
 * Brings all changed packages into the lists they now belong in and out of those they do not: only needs that list one
 * of them, or by the kept book now do, are ranked anew. All other lists stand as they are, since words are weighed as they
 * were. Many packages that change together are one pass.
 */
export const matchPackages = (deps: {
  readonly clock: Clock;
  readonly engine: MatchingEngine;
  readonly work: WorkRepository;
  readonly matchNeeds: MatchNeeds;
}): MatchPackages => {
  const { clock, engine, work } = deps;
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
      // Between these stretches whoever waits for a person's question or a need goes first.
      while ((await engine.run('packages', 'keep', { asOfDay, k: suggestionsPerNeed, most: keptAtOnce })).output > 0);
      const dismissing = await work.needsWithDismissals();
      const related = (
        await engine.run('packages', 'related', { packageIds, dismissing, asOfDay, k: suggestionsPerNeed })
      ).output.filter((id) => !known.has(id));
      for (const needIds of chunks(related, needsAtOnce))
        needs += await deps.matchNeeds(needIds, 'packages', packageIds);
      await work.packagesDone(packageIds, Math.max(...due.map(({ changeNo }) => changeNo)));
      packages += due.length;
    }
  };
};
