import { serviceContext, type Database, type Logger } from '@duijie/service-kit';
import type { FeedRepository } from '../persistence/feed.repository';
import type { WorkRepository } from '../persistence/work.repository';

/** A city of fewer packages counts their words anew after every change, a larger one after every hundredth. */
const small = 1000;
const countedEveryOfSmall = 10;

/** Has the words of packages counted anew when enough packages have come, gone or changed theirs. */
export interface CountWords {
  /** Behind everything else: every list is made anew after it. */
  ifDue(): Promise<void>;
  /** In a small city, before a need is ranked: its first list is then the one that stays. */
  ifSmall(): Promise<void>;
}

export function createCountWords(deps: {
  readonly database: Database;
  readonly feeds: FeedRepository;
  readonly work: WorkRepository;
  readonly log: Logger;
}): CountWords {
  const { database, feeds, work, log } = deps;
  let isLarge = false;

  async function countAnew(): Promise<void> {
    const changes = await database.run(serviceContext('matcher'), async (ctx) => {
      await feeds.hold(ctx, 'packages');
      // Nobody notes a change while the feed is held; somebody may have counted before.
      const { position, changes: noted } = await feeds.counting(ctx);
      if (position > 0 && noted === 0) return 0;
      await feeds.countAnew(ctx);
      return noted;
    });
    log.debug({ changes }, 'words are counted anew: every list is made anew');
  }

  return {
    async ifDue() {
      const { position, changes } = await feeds.counting();
      if (position > 0 && changes === 0) return;
      const published = await work.publishedPackages();
      isLarge = published >= small;
      if (position === 0 || changes >= Math.floor(published / small) * countedEveryOfSmall) await countAnew();
    },
    async ifSmall() {
      if (isLarge) return;
      const { position, changes } = await feeds.counting();
      if (position > 0 && changes === 0) return;
      isLarge = (await work.publishedPackages()) >= small;
      if (!isLarge) await countAnew();
    },
  };
}
