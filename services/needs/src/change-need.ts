import type { NeedChange } from '@duijie/contracts';
import { dayOf, type Clock } from '@duijie/domain-kit';
import { Conflict, ValidationFailed, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import { isDeepStrictEqual } from 'node:util';
import { withDrafters } from './conflict-wall';
import { fillInNeed } from './fill-in-need';
import { givenFields } from './given-fields';
import { lookAgain } from './look-again';
import { listingOf, type Need } from './need';
import { changeableStates } from './need-lifecycle';
import { lockedNeed } from './need-reach';
import { requireState } from './next-state';
import type { CopiesRepository } from './persistence/copies.repository';
import type { NeedPartsRepository } from './persistence/need-parts.repository';
import type { NeedRepository } from './persistence/need.repository';
import { requireAnsweredKept, requireDecidedLotsKept } from './progress/decided-lots';
import type { LotProgressRepository } from './progress/persistence/lot-progress.repository';
import { requirePublishable } from './publishing-gate';
import type { Reference } from './reference';
import type { NeedStep, StoreNeed } from './store-need';
import type { SurroundNeed } from './surround-need';

export interface ChangeDeps {
  readonly database: Database;
  readonly needs: NeedRepository;
  readonly parts: NeedPartsRepository;
  readonly copies: CopiesRepository;
  readonly progress: LotProgressRepository;
  readonly reference: Reference;
  readonly surround: SurroundNeed;
  readonly store: StoreNeed;
  readonly clock: Clock;
}

/** What may still be given while a need is being decided: the decision that the award waits for, and whom to call. */
const whileDeciding: readonly string[] = ['decisionBasis', 'contact'] satisfies (keyof NeedChange)[];

function requireChangeable({ state }: Need, change: NeedChange): void {
  const late = Object.keys(givenFields(change)).every((field) => whileDeciding.includes(field));
  requireState(state, late ? [...changeableStates, 'deciding'] : changeableStates);
}

/**
 * Puts a change into a need and checks what the change must not get around: a mode that stands, a gate.
 * @returns the need, not stored yet
 */
export async function changed(
  deps: Omit<ChangeDeps, 'database' | 'store'>,
  ctx: TransactionContext,
  before: Need,
  change: NeedChange,
): Promise<Need> {
  requireChangeable(before, change);
  const open = listingOf(before) === 'open';
  if (open && change.mode !== undefined && change.mode !== before.mode)
    throw new Conflict('need.mode-fixed', {
      zh: '已发布的需求不能改变方式，请撤回后重新发布',
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
  if (before.publishedVersion !== null) {
    const lots = await deps.progress.ofNeed(ctx, before.id);
    requireDecidedLotsKept(before.lots, filled.lots, lots);
    requireAnsweredKept(before, filled, lots);
  }
  const need: Need = { ...filled, exclusions: await withDrafters(deps.copies, ctx, filled) };
  if (!open) return need;
  requirePublishable(need, await deps.reference.book(ctx), dayOf(deps.clock.now()));
  return need;
}

/** Whether only what nobody else sees differs. */
const saysTheSame = (one: Need, other: Need): boolean =>
  isDeepStrictEqual({ ...one, contact: null, exclusions: [] }, { ...other, contact: null, exclusions: [] });

/** {@link changed} by the poster itself, with what it means for a need that others see. */
export async function changedByPoster(
  deps: Omit<ChangeDeps, 'database' | 'store'>,
  ctx: TransactionContext,
  before: Need,
  change: NeedChange,
): Promise<{ readonly need: Need; readonly steps: readonly NeedStep[] }> {
  const after = await changed(deps, ctx, before, change);
  return lookAgain(deps, ctx, before, after, !saysTheSame(before, after));
}

/** The poster changes its need. What is public becomes a new version. */
export const changeNeed =
  (deps: ChangeDeps) =>
  (ctx: Context, needId: string, ifMatch: number, change: NeedChange): Promise<Need> =>
    deps.database.run(ctx, async (inner) => {
      const before = await lockedNeed(deps.needs, inner, needId, ifMatch);
      const { need, steps } = await changedByPoster(deps, inner, before, change);
      return deps.store(inner, before, need, [
        { action: 'need.changed', data: { fields: Object.keys(change) } },
        ...steps,
      ]);
    });
