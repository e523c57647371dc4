import type { EventEnvelope, TaxonomyState } from '@duijie/contracts';
import type { Logger, TransactionContext } from '@duijie/service-kit';
import type { CopiesRepository } from '../persistence/copies.repository';
import type { FeedRepository } from '../persistence/feed.repository';

/** Keeps the taxonomy. It changes every list, so the feed of packages moves on and all lists settle anew in batches. */
export const onTaxonomy =
  (deps: {
    readonly copies: CopiesRepository;
    readonly feeds: FeedRepository;
    readonly log: Logger;
    readonly nudge: () => void;
  }) =>
  async (ctx: TransactionContext, { data: taxonomy, sequence }: EventEnvelope<TaxonomyState>): Promise<void> => {
    const { copies, feeds, log } = deps;
    await feeds.hold(ctx, 'packages');
    if ((await copies.taxonomySequence(ctx)) >= sequence) return;
    await copies.putTaxonomy(ctx, taxonomy, sequence);
    await feeds.advance(ctx, 'packages');
    log.info({ taxonomy: sequence }, 'taxonomy changed: every list is made anew');
    ctx.transaction.afterCommit(deps.nudge);
  };
