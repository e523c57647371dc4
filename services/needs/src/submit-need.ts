import { dayOf, type Clock } from '@duijie/domain-kit';
import { actingForOf, NotAllowed, type Context, type Database } from '@duijie/service-kit';
import type { Need } from './need';
import { mostFen } from './need-money';
import { lockedNeed } from './need-reach';
import { nextState } from './next-state';
import type { NeedRepository } from './persistence/need.repository';
import { publishNeed } from './publish-need';
import { isEmergency, requirePublishable } from './publishing-gate';
import type { Reference } from './reference';
import { screeningAsked } from './rules/screening-asked';
import type { NeedStep, StoreNeed } from './store-need';

export interface SubmitDeps {
  readonly database: Database;
  readonly needs: NeedRepository;
  readonly reference: Reference;
  readonly store: StoreNeed;
  readonly clock: Clock;
}

/**
 * Decides what becomes of a need that its poster hands in: published at once, or looked at first.
 * @returns the need and its steps, not stored yet
 * @throws ValidationFailed when something asked for before publication is missing, Conflict in the wrong state
 */
export async function submitted(
  { needs, reference, clock }: Pick<SubmitDeps, 'needs' | 'reference' | 'clock'>,
  ctx: Context,
  before: Need,
  posterVerified: boolean,
): Promise<{ readonly need: Need; readonly steps: readonly NeedStep[] }> {
  const now = clock.now();
  const on = dayOf(now);
  const book = await reference.book(ctx);
  const state = nextState(before.state, 'submit');
  requirePublishable(before, book, on);
  const need: Need = { ...before, state, submittedAt: now };
  const step: NeedStep = { action: 'need.submitted', from: before.state, to: state };
  const scope = { district: need.place.district, on };
  const amountFen = mostFen(need.money);
  const first =
    (need.screenedFen === null || (amountFen ?? 0) > need.screenedFen) &&
    screeningAsked(
      {
        amountFen,
        emergency: isEmergency(need),
        posterVerified,
        newPoster: book.screening.some((rule) => rule.newPosters)
          ? !(await needs.hasPublished(ctx, need.organisationId))
          : false,
      },
      book.screening,
      scope,
    );
  if (first) return { need: { ...need, screening: 'first' }, steps: [step] };
  const published = publishNeed(need, book, { on, now, screening: 'after' });
  return { need: published.need, steps: [step, ...published.steps] };
}

/** The poster hands its need in. */
export const submitNeed =
  (deps: SubmitDeps) =>
  (ctx: Context, needId: string, ifMatch: number): Promise<Need> =>
    deps.database.run(ctx, async (inner) => {
      const before = await lockedNeed(deps.needs, inner, needId, ifMatch);
      const { verification } = actingForOf(ctx);
      if (verification === 'rejected' || verification === 'suspended')
        throw new NotAllowed({
          reason: 'organisation.not-verified',
          detail: { zh: '机构核验未通过或已停用,不能发布需求', en: 'The organisation was rejected or suspended' },
        });
      const { need, steps } = await submitted(deps, inner, before, verification === 'verified');
      return deps.store(inner, before, need, steps);
    });
