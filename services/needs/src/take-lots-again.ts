import type { NeedChange, NeedState } from '@duijie/contracts';
import { dayOf, newId, type Clock } from '@duijie/domain-kit';
import { Conflict, ValidationFailed, type Audit, type Context, type Database } from '@duijie/service-kit';
import { blankNeed } from './blank-need';
import { withDrafters } from './conflict-wall';
import { fillInNeed } from './fill-in-need';
import type { Need } from './need';
import { lockedNeed } from './need-reach';
import { wrongState } from './next-state';
import type { CopiesRepository } from './persistence/copies.repository';
import type { NeedRepository } from './persistence/need.repository';
import type { LotProgress } from './progress/lot-progress';
import { moneyLeft } from './progress/money-left';
import type { LotProgressRepository } from './progress/persistence/lot-progress.repository';
import type { StoreNeed } from './store-need';
import type { SurroundNeed } from './surround-need';

export interface LotsAgainDeps {
  readonly database: Database;
  readonly needs: NeedRepository;
  readonly copies: CopiesRepository;
  readonly progress: LotProgressRepository;
  readonly surround: SurroundNeed;
  readonly store: StoreNeed;
  readonly audit: Audit;
  readonly clock: Clock;
}

/** While a need goes on it cannot be published again for the sake of a lot; one that failed or was returned can. */
const goingOn: readonly NeedState[] = ['published', 'responding', 'deciding', 'awarded', 'in_delivery', 'completed'];
const longestTitle = 80;

const hasEnded = (lot: LotProgress, publishedVersion: number): boolean =>
  (lot.state === 'failed' || lot.state === 'given_back') && lot.needVersion >= publishedVersion;

/** Whether another need goes on with this attempt of a lot; one that was withdrawn does not. */
async function isTakenUp({ needs }: LotsAgainDeps, ctx: Context, lot: LotProgress): Promise<boolean> {
  if (lot.takenUpBy === null) return false;
  const other = await needs.find(ctx, lot.takenUpBy);
  return other !== null && other.state !== 'withdrawn';
}

/** Ended lots of the need that were asked for, or all of them. */
async function chosenOf(
  deps: LotsAgainDeps,
  ctx: Context,
  need: Need,
  lots: readonly LotProgress[],
  lotIds: readonly string[] | undefined,
): Promise<Need['lots']> {
  const ended = lots.filter((lot) => hasEnded(lot, need.publishedVersion ?? 0));
  const free: string[] = [];
  for (const lot of ended) if (!(await isTakenUp(deps, ctx, lot))) free.push(lot.lotId);
  const faults = (lotIds ?? []).flatMap((id, at) =>
    ended.some(({ lotId }) => lotId === id) && need.lots.some((lot) => lot.id === id)
      ? []
      : [{ pointer: `/lotIds/${at}`, detail: { zh: '这一标段没有落空', en: 'This lot has not ended' } }],
  );
  if (faults.length > 0) throw new ValidationFailed(faults);
  const chosen = need.lots.filter(({ id }) => free.includes(id) && (lotIds?.includes(id) ?? true));
  if (chosen.length > 0 && chosen.length >= new Set(lotIds ?? []).size) return chosen;
  throw ended.length === 0
    ? new Conflict('need.no-lot-ended', { zh: '没有落空的标段', en: 'None of its lots has ended' })
    : new Conflict('need.lots-taken-up', {
        zh: '已为落空的标段另起新需求',
        en: 'A new need goes on with them already',
      });
}

/** What the new need takes over of the one whose lots ended: nothing of it is typed again. */
function takenOver(need: Need, chosen: Need['lots'], lots: readonly LotProgress[], today: string): NeedChange {
  const components = chosen.flatMap((lot) => lot.components);
  const categories = need.categories.filter((code) => components.includes(code));
  const { start, end } = need.window;
  const isOver = end !== null && end < today;
  const name = chosen.map(({ title }) => title).join('、');
  return {
    title: (name === need.title ? name : `${need.title}：${name}`).slice(0, longestTitle),
    description: need.description,
    ...(categories.length > 0 ? { categories } : {}),
    components,
    place: need.place,
    window: { start: isOver || (start !== null && start < today) ? null : start, end: isOver ? null : end },
    money: moneyLeft(need.money, lots),
    funding: need.funding,
    eligibleKinds: need.eligibleKinds as NonNullable<NeedChange['eligibleKinds']>,
    requiredQualifications: need.requiredQualifications.filter(
      ({ component }) => component === null || components.includes(component),
    ),
    urgency: need.urgency,
    openMoneyModels: need.openMoneyModels,
    contact: need.contact,
    draftedByOrganisationId: need.draftedByOrganisationId,
    ...(chosen.length > 1
      ? { lots: chosen.map(({ title, components: codes }) => ({ title, components: codes })) }
      : {}),
  };
}

/**
 * Drafts a new need of lots that ended while their need goes on: for the same poster, with what is left of the money, and
 * behind the same conflict wall.
 * @param lotIds all that ended unless given
 * @throws NotFound, NotAllowed, ValidationFailed, Conflict `need.wrong-state`, `need.no-lot-ended`, `need.lots-taken-up`
 */
export const takeLotsAgain =
  (deps: LotsAgainDeps) =>
  (ctx: Context, needId: string, lotIds: readonly string[] | undefined): Promise<Need> =>
    deps.database.run(ctx, async (inner) => {
      const before = await lockedNeed(deps.needs, inner, needId, null);
      if (!goingOn.includes(before.state)) throw wrongState(before.state);
      const lots = await deps.progress.ofNeed(inner, needId);
      const chosen = await chosenOf(deps, inner, before, lots, lotIds);
      const now = deps.clock.now();
      const { organisationId: id, organisationName: name, place } = before;
      const blank: Need = {
        ...blankNeed(newId(now.getTime()), { id, name }, now, before.demo),
        continues: { needId, lotIds: chosen.map((lot) => lot.id) },
        exclusions: before.exclusions,
      };
      const change = takenOver(before, chosen, lots, dayOf(now));
      const filled = fillInNeed(blank, change, await deps.surround(inner, blank, change, place));
      const draft: Need = { ...filled, exclusions: await withDrafters(deps.copies, inner, filled) };
      const data = { lotIds: blank.continues?.lotIds };
      const stored = await deps.store(inner, null, draft, [
        { action: 'need.drafted', from: null, to: 'draft', data: { copyOf: needId, ...data } },
      ]);
      await deps.progress.takeUp(inner, blank.continues?.lotIds ?? [], stored.id);
      const aggregate = { type: 'need', id: needId };
      await deps.audit.record(inner, { action: 'need.lots-again', aggregate, data: { ...data, needId: stored.id } });
      return stored;
    });
