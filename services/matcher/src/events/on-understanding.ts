import type { EventEnvelope, UnderstandingState } from '@duijie/contracts';
import type { Logger, TransactionContext } from '@duijie/service-kit';
import type { FeedRepository } from '../persistence/feed.repository';
import type { UnderstandingCopyRepository } from '../persistence/understanding-copy.repository';

const phrasesOf = (state: UnderstandingState | undefined): string =>
  JSON.stringify(
    [state?.means ?? [], state?.not ?? []].map((phrases) =>
      phrases.map(({ phrase, code }) => `${phrase} ${code}`).toSorted(),
    ),
  );

/**
 * Keeps what corrections have taught. A phrase that starts or stops counting also mends other words and widens what a
 * scope of business says, so it may bear on any list: all settle anew in batches, as after a change of the taxonomy. News
 * of the same phrases moves nothing.
 */
export const onUnderstanding =
  (deps: {
    readonly learnt: UnderstandingCopyRepository;
    readonly feeds: FeedRepository;
    readonly log: Logger;
    readonly nudge: () => void;
  }) =>
  async (ctx: TransactionContext, { data, sequence }: EventEnvelope<UnderstandingState>): Promise<void> => {
    const { learnt, feeds, log } = deps;
    await feeds.hold(ctx, 'packages');
    const before = await learnt.find(ctx);
    if (before !== null && before.sequence >= sequence) return;
    const same = phrasesOf(before?.body) === phrasesOf(data);
    await learnt.put(ctx, same ? (before?.body ?? data) : data, sequence);
    if (same) return;
    await feeds.advance(ctx, 'packages');
    log.info({ understanding: sequence }, 'corrections have taught other phrases: every list is made anew');
    ctx.transaction.afterCommit(deps.nudge);
  };
