import { serviceContext, type Database, type Outbox } from '@duijie/service-kit';
import type { RoundOffersRepository } from './persistence/round-offers.repository';
import type { createRoundRepository } from './persistence/round.repository';

const needsAtOnce = 50;

/**
 * Hands offers of published rounds to the desk, an event a need, each in a transaction of its own: after a crash it goes on
 * with what waits, and nothing is told twice. In the name of whoever published.
 */
export const tellOffers =
  (deps: {
    readonly database: Database;
    readonly outbox: Outbox;
    readonly offers: RoundOffersRepository;
    readonly rounds: Pick<ReturnType<typeof createRoundRepository>, 'find'>;
  }) =>
  async (): Promise<number> => {
    const { database, outbox, offers, rounds } = deps;
    let told = 0;
    for (;;) {
      const waiting = await offers.waiting(needsAtOnce);
      for (const { roundId, needId } of waiting) {
        const ctx = serviceContext('matcher');
        const publication = await offers.publication(ctx, roundId);
        const round = await rounds.find(ctx, roundId);
        if (!publication || !round) throw new Error(`round ${roundId} has offers without a publication`);
        await database.run({ ...ctx, ...publication }, async (inner) => {
          const open = await offers.lockWaiting(inner, roundId, needId);
          if (open.length === 0) return;
          await outbox.append(inner, {
            type: 'round.offered.v1',
            aggregate: { type: 'round', id: roundId },
            sequence: round.version,
            data: {
              roundId,
              version: round.version,
              needId,
              note: round.note,
              offers: open.map(({ providerId, packageId }) => ({ providerId, packageId })),
            },
          });
          await offers.told(inner, roundId, needId);
        });
        told += 1;
      }
      if (waiting.length < needsAtOnce) return told;
    }
  };
