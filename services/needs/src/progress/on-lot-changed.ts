import type { EventEnvelope, LotBody } from '@duijie/contracts';
import type { TransactionContext } from '@duijie/service-kit';
import type { NeedRepository } from '../persistence/need.repository';
import type { StoreNeed } from '../store-need';
import { followLots } from './follow-lots';
import { progressOf } from './lot-progress';
import type { LotProgressRepository } from './persistence/lot-progress.repository';

/**
 * Keeps how far a lot is and takes its need there. The need's row is locked first, so that events of several lots come
 * one after the other; what changes no state of the need makes no version of it.
 */
export const onLotChanged =
  ({
    needs,
    progress,
    store,
  }: {
    readonly needs: NeedRepository;
    readonly progress: LotProgressRepository;
    readonly store: StoreNeed;
  }) =>
  async (ctx: TransactionContext, { data: lot, sequence }: EventEnvelope<LotBody>): Promise<void> => {
    const before = await needs.lock(ctx, lot.needId);
    if (!before || !(await progress.put(ctx, progressOf(lot, sequence)))) return;
    const followed = followLots(before, await progress.ofNeed(ctx, before.id));
    if (followed) await store(ctx, before, followed.need, followed.steps);
  };
