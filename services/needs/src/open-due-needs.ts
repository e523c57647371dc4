import type { Clock } from '@duijie/domain-kit';
import { serviceContext, type Database } from '@duijie/service-kit';
import { nextState } from './next-state';
import type { NeedRepository } from './persistence/need.repository';
import type { StoreNeed } from './store-need';

/** Opens needs whose enquiry period has ended, each in a transaction of its own. @returns how many */
export const openDueNeeds =
  ({
    database,
    needs,
    store,
    clock,
  }: {
    readonly database: Database;
    readonly needs: NeedRepository;
    readonly store: StoreNeed;
    readonly clock: Clock;
  }) =>
  async (): Promise<number> => {
    let opened = 0;
    for (const id of await needs.dueToOpen(clock.now(), 100))
      await database.run(serviceContext('needs'), async (ctx) => {
        const before = await needs.lock(ctx, id);
        if (!before || before.state !== 'published' || before.opensAt === null || before.opensAt > clock.now()) return;
        const state = nextState(before.state, 'open');
        await store(ctx, before, { ...before, state, opensAt: null }, [
          { action: 'need.opened', from: before.state, to: state },
        ]);
        opened += 1;
      });
    return opened;
  };
