import { broker, type IntroductionView, type RoundOffersBody, type RoundTakenBody } from '@duijie/contracts';
import { NotFound, Refusal, type Outbox, type TransactionContext, type Words } from '@duijie/service-kit';
import type { IntroduceCommand } from '../introductions/introduce-providers';

type Outcome = RoundTakenBody['outcomes'][number];
type Offer = RoundOffersBody['offers'][number];

/** How an introduction came out of the call. */
const outcomeOf = ({ state, conflict }: IntroductionView): Outcome['outcome'] =>
  state === 'shortlisted' && conflict.outcome === 'flagged' ? 'asked' : 'introduced';

/** What is said of a line that is refused: the words of its fault, else those of the whole. */
function wordsOf(refusal: Refusal, at: number): Words {
  const fault = refusal.faults?.find(({ pointer }) => isAt(pointer, at));
  const detail = fault?.detail ?? refusal.detail;
  if (detail === undefined) return { zh: '未能推介', en: 'It could not be introduced' };
  return typeof detail === 'string' ? { zh: detail, en: detail } : detail;
}

/**
 * Introduces what a round offers to one need, in the name of the broker who published the round. Whoever may not be
 * introduced is left out with the reason, the others are introduced; a flag waits for somebody's decision. The matcher is
 * told of each.
 */
export const takeRoundOffers =
  (deps: {
    readonly outbox: Outbox;
    /** All or none. */
    readonly introduce: (
      ctx: TransactionContext,
      command: IntroduceCommand,
    ) => Promise<{ items: readonly IntroductionView[] }>;
    /** Providers who were introduced to the need already. */
    readonly standing: (ctx: TransactionContext, needId: string) => Promise<ReadonlySet<string>>;
  }) =>
  async (ctx: TransactionContext, { roundId, version, needId, note, offers }: RoundOffersBody): Promise<void> => {
    // What a broker may do is asked again of the actor that the event names.
    const inner = { ...ctx, grants: [broker()] };
    const outcomes: Outcome[] = [];
    const standing = await deps.standing(inner, needId);
    const open = offers.filter((offer, at) => {
      const stands = standing.has(offer.providerId);
      const twice = offers.findIndex(({ providerId }) => providerId === offer.providerId) < at;
      if (stands || twice) outcomes.push({ packageId: offer.packageId, outcome: 'stood', words: null });
      return !stands && !twice;
    });
    const groups: (readonly Offer[])[] = open.length > 0 ? [open] : [];
    for (let group = groups.shift(); group !== undefined; group = groups.shift()) {
      const asked = group;
      try {
        const { items } = await deps.introduce(inner, {
          needId,
          as: 'introduced',
          providers: asked.map(({ providerId, packageId }) => ({ providerId, packageId })),
          note,
          flagsWait: true,
        });
        for (const [at, { packageId }] of asked.entries())
          outcomes.push({ packageId, outcome: outcomeOf(items[at]!), words: null });
      } catch (error) {
        // A need that is not here yet will be: the event is tried again.
        if (!(error instanceof Refusal) || error instanceof NotFound) throw error;
        const named = asked.filter((_, at) => error.faults?.some(({ pointer }) => isAt(pointer, at)) ?? false);
        // Where no line is named, each is asked for alone.
        if (named.length === 0 && asked.length > 1) {
          groups.push(...asked.map((offer) => [offer]));
          continue;
        }
        const refused = named.length > 0 ? named : asked;
        for (const offer of refused)
          outcomes.push({
            packageId: offer.packageId,
            outcome: 'refused',
            words: wordsOf(error, asked.indexOf(offer)),
          });
        const rest = asked.filter((offer) => !refused.includes(offer));
        if (rest.length > 0) groups.push(rest);
      }
    }
    await deps.outbox.append(ctx, {
      type: 'round.taken.v1',
      aggregate: { type: 'round', id: roundId },
      sequence: version,
      data: { roundId, version, needId, outcomes },
    });
  };

const isAt = (pointer: string, at: number): boolean =>
  pointer === `/providers/${at}` || pointer.startsWith(`/providers/${at}/`);
