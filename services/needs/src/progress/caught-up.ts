import type { Context } from '@duijie/service-kit';
import type { Need } from '../need';
import type { NeedStep } from '../store-need';
import { followLots } from './follow-lots';
import type { LotProgressRepository } from './persistence/lot-progress.repository';

/** A need that is published again stands where those of its lots are that went on meanwhile. */
export async function caughtUp(
  progress: LotProgressRepository,
  ctx: Context,
  published: { readonly need: Need; readonly steps: readonly NeedStep[] },
): Promise<{ readonly need: Need; readonly steps: readonly NeedStep[] }> {
  const followed = followLots(published.need, await progress.ofNeed(ctx, published.need.id));
  return followed ? { need: followed.need, steps: [...published.steps, ...followed.steps] } : published;
}
