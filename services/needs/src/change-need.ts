import type { NeedChange } from '@duijie/contracts';
import { dayOf, type Clock } from '@duijie/domain-kit';
import { Conflict, ValidationFailed, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import { withDrafters } from './conflict-wall';
import { fillInNeed } from './fill-in-need';
import { listingOf, type Need } from './need';
import { changeableStates } from './need-lifecycle';
import { mostFen } from './need-money';
import { lockedNeed } from './need-reach';
import { requireState } from './next-state';
import type { CopiesRepository } from './persistence/copies.repository';
import type { NeedPartsRepository } from './persistence/need-parts.repository';
import type { NeedRepository } from './persistence/need.repository';
import { isEmergency, requirePublishable } from './publishing-gate';
import type { Reference } from './reference';
import { screeningAsked } from './rules/screening-asked';
import type { StoreNeed } from './store-need';
import type { SurroundNeed } from './surround-need';

export interface ChangeDeps {
  readonly database: Database;
  readonly needs: NeedRepository;
  readonly parts: NeedPartsRepository;
  readonly copies: CopiesRepository;
  readonly reference: Reference;
  readonly surround: SurroundNeed;
  readonly store: StoreNeed;
  readonly clock: Clock;
}

/**
 * Puts a change into a need and checks what the change must not get around: a mode that stands, a gate, a screening.
 * @returns the need, not stored yet
 */
export async function changed(
  deps: Omit<ChangeDeps, 'database' | 'store'>,
  ctx: TransactionContext,
  before: Need,
  change: NeedChange,
): Promise<Need> {
  requireState(before.state, changeableStates);
  const open = listingOf(before) === 'open';
  if (open && change.mode !== undefined && change.mode !== before.mode)
    throw new Conflict('need.mode-fixed', {
      zh: '已发布的需求不能改变方式,请撤回后重新发布',
      en: 'The mode of a published need stands; withdraw it and publish anew',
    });
  const home = (await deps.copies.organisation(ctx, before.organisationId)) ?? {
    district: before.place.district,
    subdistrict: before.place.subdistrict,
    community: before.place.community,
  };
  const filled = fillInNeed(before, change, await deps.surround(ctx, before, change, home));
  const scan = change.decisionBasis?.attachmentId;
  if (scan && !(await deps.parts.attachments(ctx, before.id)).some((attachment) => attachment.id === scan))
    throw new ValidationFailed([
      {
        pointer: '/decisionBasis/attachmentId',
        detail: { zh: '需求没有这个附件', en: 'The need has no such file' },
      },
    ]);
  const need: Need = { ...filled, exclusions: await withDrafters(deps.copies, ctx, filled) };
  if (!open) return need;
  const on = dayOf(deps.clock.now());
  const book = await deps.reference.book(ctx);
  requirePublishable(need, book, on);
  const amountFen = mostFen(need.money);
  const raised = amountFen !== null && amountFen > Math.max(mostFen(before.money) ?? 0, before.screenedFen ?? 0);
  const asked = { amountFen, emergency: isEmergency(need), posterVerified: true, newPoster: false };
  if (raised && screeningAsked(asked, book.screening, { district: need.place.district, on }))
    throw new Conflict('need.needs-screening', {
      zh: '预算提高后须先审核,请撤回后重新提交',
      en: 'With this budget the need must be screened first; withdraw it and submit anew',
    });
  return need;
}

/** The poster changes its need. What is public becomes a new version. */
export const changeNeed =
  (deps: ChangeDeps) =>
  (ctx: Context, needId: string, ifMatch: number, change: NeedChange): Promise<Need> =>
    deps.database.run(ctx, async (inner) => {
      const before = await lockedNeed(deps.needs, inner, needId, ifMatch);
      const after = await changed(deps, inner, before, change);
      return deps.store(inner, before, after, [{ action: 'need.changed', data: { fields: Object.keys(change) } }]);
    });
