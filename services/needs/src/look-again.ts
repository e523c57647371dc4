import { dayOf, type Clock } from '@duijie/domain-kit';
import { Conflict, type Context } from '@duijie/service-kit';
import { listingOf, type Need } from './need';
import { mostFen } from './need-money';
import { nextState } from './next-state';
import type { CopiesRepository } from './persistence/copies.repository';
import { posterVerified } from './poster-standing';
import { isEmergency } from './publishing-gate';
import type { Reference } from './reference';
import { screeningAsked } from './rules/screening-asked';
import type { NeedStep } from './store-need';

export interface LookAgainDeps {
  readonly copies: CopiesRepository;
  readonly reference: Reference;
  readonly clock: Clock;
}

/** The amount up to which a need is public by right: somebody has looked at it, or it stood below what asks for a look. */
function cleared(before: Need, after: Need): number {
  if (before.place.district !== after.place.district) return 0;
  const unseen = isEmergency(before) && !isEmergency(after);
  return Math.max(before.screenedFen ?? 0, unseen ? 0 : (mostFen(before.money) ?? 0));
}

/**
 * What a change by its poster means for a need that others see: a verified poster's is looked at after, another's leaves
 * the public until somebody has looked. A need that is hidden stays as it is.
 * @param seen whether others see what has changed
 * @throws NotAllowed when the poster was rejected or is suspended, Conflict when its money is to be screened first
 */
export async function lookAgain(
  { copies, reference, clock }: LookAgainDeps,
  ctx: Context,
  before: Need,
  after: Need,
  seen: boolean,
): Promise<{ readonly need: Need; readonly steps: readonly NeedStep[] }> {
  if (listingOf(before) === 'hidden') return { need: after, steps: [] };
  const verified = await posterVerified(copies, ctx, before.organisationId);
  if (!seen) return { need: after, steps: [] };
  const now = clock.now();
  // Whatever is being decided has left screening behind: what comes late is looked at after.
  if (!verified && before.state !== 'deciding') {
    const state = nextState(before.state, 'screenAgain');
    return {
      need: { ...after, state, screening: 'first', submittedAt: now, opensAt: null, responsesDueAt: null },
      steps: [{ action: 'need.sent-to-screening', from: before.state, to: state }],
    };
  }
  const amountFen = mostFen(after.money);
  const asked =
    listingOf(before) === 'open' &&
    (amountFen ?? 0) > cleared(before, after) &&
    screeningAsked(
      { amountFen, emergency: false, posterVerified: true, newPoster: false },
      (await reference.book(ctx)).screening,
      { district: after.place.district, on: dayOf(now) },
    );
  if (asked)
    throw new Conflict('need.needs-screening', {
      zh: '这样修改后须先审核才能公开：请撤回本需求，复制为新需求后提交',
      en: 'Changed so, the need must be screened before it is public: withdraw it, draft a copy of it and submit that',
    });
  return { need: { ...after, screening: 'after' }, steps: [] };
}
