import type { Context, Outbox, TransactionContext } from '@duijie/service-kit';
import type { LearntPhrases } from '@duijie/match-engine';
import { isUsed } from './correction';
import type { CorrectionsRepository } from './persistence/corrections.repository';

/** What corrections have taught and the understanding goes by now. */
export async function learntPhrases(
  corrections: Pick<CorrectionsRepository, 'frequent'>,
  ctx: Context,
): Promise<LearntPhrases> {
  const used = (await corrections.frequent(ctx)).filter(isUsed);
  const phrases = (verdict: 'means' | 'not') =>
    used.filter((one) => one.verdict === verdict).map(({ phrase, leaf }) => ({ phrase, code: leaf }));
  return { means: phrases('means'), not: phrases('not') };
}

/** Other corrections may be used now: whoever reads words is to build its understanding anew, here and in the matcher. */
export const tellLearnt =
  ({ corrections, outbox }: { readonly corrections: CorrectionsRepository; readonly outbox: Outbox }) =>
  async (ctx: TransactionContext): Promise<void> => {
    // Holds the revision until commit, so that a later one carries all that an earlier one did.
    await corrections.moveOn(ctx);
    const version = await corrections.revision(ctx);
    const { means, not } = await learntPhrases(corrections, ctx);
    await outbox.append(ctx, {
      type: 'understanding.changed.v1',
      aggregate: { type: 'understanding', id: 'city' },
      sequence: version,
      data: { version, means: [...means], not: [...not] },
    });
  };
