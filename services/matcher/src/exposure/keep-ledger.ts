import { addDays, dayOf, type Clock } from '@duijie/domain-kit';
import { serviceContext, type Database, type Logger } from '@duijie/service-kit';
import type { FeedRepository } from '../persistence/feed.repository';
import type { ExposureRepository } from './persistence/exposure.repository';

/** So many days are looked back: who was shown too little last month is shown more this month. */
export const daysAmortised = 90;

/**
 * A round of the ledger: once a day, when the lists of the day are made, it enters who was shown how much and who would
 * have been by merit. Where a provider's correction changes, its packages and then all lists follow.
 */
export const keepLedger =
  (deps: {
    readonly clock: Clock;
    readonly database: Database;
    readonly feeds: FeedRepository;
    readonly exposure: ExposureRepository;
    readonly log: Logger;
    /** Called after commit where a correction has changed. */
    readonly nudge: () => void;
  }) =>
  async (): Promise<void> => {
    const { clock, database, exposure, feeds, log } = deps;
    const day = dayOf(clock.now());
    if (!(await exposure.isReady(day))) return;
    await database.run(serviceContext('matcher'), async (ctx) => {
      await feeds.hold(ctx, 'packages');
      await exposure.enter(ctx, day);
      const changed = await exposure.settle(ctx, addDays(day, -daysAmortised), day);
      log.info({ day, corrections: changed.length }, 'exposure of providers was entered');
      if (changed.length === 0) return;
      await exposure.movePackages(ctx, changed, await feeds.advance(ctx, 'packages'));
      ctx.transaction.afterCommit(deps.nudge);
    });
  };
