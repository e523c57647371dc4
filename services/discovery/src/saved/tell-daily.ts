import { dayOf, type Clock } from '@duijie/domain-kit';
import { serviceContext, type Database, type Outbox } from '@duijie/service-kit';
import type { SavedSearchesRepository } from '../persistence/saved-searches.repository';
import { tellFinder } from './tell-finder';

const atOnce = 100;
/** In China, where mornings begin; hours of the day. */
const hour = '09:00:00+08:00';
const dayMs = 86_400_000;

/** The last nine o'clock in the morning. */
function lastMorning(now: Date): Date {
  const today = new Date(`${dayOf(now)}T${hour}`);
  return today.getTime() <= now.getTime() ? today : new Date(today.getTime() - dayMs);
}

/** Tells once a morning what came since, to those who want it so. */
export const tellDaily =
  (deps: { database: Database; outbox: Outbox; clock: Clock; saved: SavedSearchesRepository }) =>
  async (): Promise<void> => {
    const { database, outbox, clock, saved } = deps;
    for (let more = true; more;)
      more = await database.run(serviceContext('discovery'), async (ctx) => {
        const now = clock.now();
        const due = await saved.lockDaily(ctx, lastMorning(now), atOnce);
        for (const search of due) await saved.update(ctx, await tellFinder(ctx, outbox, search, now));
        return due.length === atOnce;
      });
  };
