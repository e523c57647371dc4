import type { EventHandlers } from '@duijie/service-kit';
import type { RoundOffersRepository } from './persistence/round-offers.repository';

/** Notes what the desk made of a round's offers. */
export const onRoundTaken =
  (offers: RoundOffersRepository): NonNullable<EventHandlers['round.taken.v1']> =>
  async (ctx, { data }) => {
    for (const { packageId, outcome, words } of data.outcomes)
      await offers.taken(ctx, data.roundId, { needId: data.needId, packageId }, outcome, words);
  };
