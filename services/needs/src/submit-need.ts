import { dayOf, type Clock } from '@duijie/domain-kit';
import type { Context, Database, TransactionContext } from '@duijie/service-kit';
import type { Need } from './need';
import { mostFen } from './need-money';
import { lockedNeed } from './need-reach';
import { nextState } from './next-state';
import type { CopiesRepository } from './persistence/copies.repository';
import type { NeedRepository } from './persistence/need.repository';
import { caughtUp } from './progress/caught-up';
import type { LotProgressRepository } from './progress/persistence/lot-progress.repository';
import { posterVerified } from './poster-standing';
import { publishNeed } from './publish-need';
import { isEmergency, requirePublishable } from './publishing-gate';
import type { Reference } from './reference';
import { screeningAsked } from './rules/screening-asked';
import type { NeedStep, StoreNeed } from './store-need';

export interface SubmitDeps {
  readonly database: Database;
  readonly needs: NeedRepository;
  readonly copies: CopiesRepository;
  readonly progress: LotProgressRepository;
  readonly reference: Reference;
  readonly store: StoreNeed;
  readonly clock: Clock;
  /** What the chosen services say of the words. */
  readonly countCorrections: (ctx: TransactionContext, need: Need) => Promise<void>;
}

/**
 * Decides what becomes of a need that its poster hands in: published at once, or looked at first. Each time it is judged
 * anew, since whatever somebody has looked at may have been rewritten.
 * @returns the need and its steps, not stored yet
 * @throws ValidationFailed when something asked for before publication is missing, Conflict in the wrong state,
 * NotAllowed when the poster was rejected or is suspended
 */
export async function submitted(
  {
    needs,
    copies,
    progress,
    reference,
    clock,
  }: Pick<SubmitDeps, 'needs' | 'copies' | 'progress' | 'reference' | 'clock'>,
  ctx: Context,
  before: Need,
): Promise<{ readonly need: Need; readonly steps: readonly NeedStep[] }> {
  const now = clock.now();
  const on = dayOf(now);
  const book = await reference.book(ctx);
  const state = nextState(before.state, 'submit');
  const verified = await posterVerified(copies, ctx, before.organisationId);
  requirePublishable(before, book, on);
  const need: Need = { ...before, state, submittedAt: now, screenedFen: null };
  const step: NeedStep = { action: 'need.submitted', from: before.state, to: state };
  const scope = { district: need.place.district, on };
  const first = screeningAsked(
    {
      amountFen: mostFen(need.money),
      emergency: isEmergency(need),
      posterVerified: verified,
      newPoster: book.screening.some((rule) => rule.newPosters)
        ? !(await needs.hasPublished(ctx, need.organisationId))
        : false,
    },
    book.screening,
    scope,
  );
  if (first) return { need: { ...need, screening: 'first' }, steps: [step] };
  const published = await caughtUp(progress, ctx, publishNeed(need, book, { on, now, screening: 'after' }));
  return { need: published.need, steps: [step, ...published.steps] };
}

/** The poster hands its need in. */
export const submitNeed =
  (deps: SubmitDeps) =>
  (ctx: Context, needId: string, ifMatch: number): Promise<Need> =>
    deps.database.run(ctx, async (inner) => {
      const before = await lockedNeed(deps.needs, inner, needId, ifMatch);
      const { need, steps } = await submitted(deps, inner, before);
      const stored = await deps.store(inner, before, need, steps);
      await deps.countCorrections(inner, stored);
      return stored;
    });
