import type { DecisionBlocker, NeedBody, RankedResponse, Scoring } from '@duijie/contracts';
import type { Context } from '@duijie/service-kit';
import type { PackageCapacity } from '../capacity/persistence/capacity.repository';
import type { Lot } from '../lots/lot';
import { bound } from '../responses/find-conflict';
import { isInTheRunning, isUnopened, type LotResponse } from '../responses/response';
import type { Award } from './award';
import { isContest } from './contest';
import type { DecisionDeps } from './decision-deps';
import { rankResponses, type RankableResponse } from './rank-responses';

/** Everything that a decision about a lot rests on. */
export interface DecisionMatter {
  readonly lot: Lot;
  readonly need: NeedBody | null;
  /** Of the lot's attempt. */
  readonly responses: readonly LotResponse[];
  readonly capacities: ReadonlyMap<string, PackageCapacity>;
  /** Leaders and members of responses that are not verified now. */
  readonly unverified: ReadonlySet<string>;
  /** The award of this attempt that was cancelled last. */
  readonly fallen: Award | null;
  readonly now: Date;
}

/** Reads the matter of a lot. @param responses as they were read or locked */
export async function matterOf(
  { copies, capacity, awards, clock }: Pick<DecisionDeps, 'copies' | 'capacity' | 'awards' | 'clock'>,
  ctx: Context,
  lot: Lot,
  responses: readonly LotResponse[],
): Promise<DecisionMatter> {
  const parties = responses.flatMap(bound);
  const organisations = await copies.organisations(ctx, parties);
  return {
    lot,
    need: await copies.need(ctx, lot.needId),
    responses,
    capacities: await capacity.ofMany(
      ctx,
      responses.flatMap(({ packageId }) => packageId ?? []),
    ),
    unverified: new Set(parties.filter((id) => organisations.get(id)?.verification !== 'verified')),
    fallen: await awards.fallen(ctx, lot.id, lot.attempt),
    now: clock.now(),
  };
}

const why = (code: string, zh: string, en: string): DecisionBlocker => ({ code, zh, en });

/** Why a response may not be chosen; empty when it may. */
export function whyNot({ lot, capacities, unverified }: DecisionMatter, response: LotResponse): DecisionBlocker[] {
  const found: DecisionBlocker[] = [];
  if (!isInTheRunning(response))
    found.push(why('response.wrong-state', '该响应已不参加选定', 'This response is no longer in the running'));
  if (isUnopened(response)) found.push(why('response.sealed', '该响应尚未开启', 'This response is not opened yet'));
  if (response.conflict === 'flagged')
    found.push(
      why('response.flagged', '存在利益关联提示，待撮合专员核定', 'A flag of the conflict wall waits for a broker'),
    );
  if (response.conflict === 'refused')
    found.push(why('response.refused', '因利益回避，不能承接', 'Barred by the rules on conflicts of interest'));
  if (bound(response).some((id) => unverified.has(id)))
    found.push(
      why(
        'organisation.not-verified',
        '该机构或其联合体成员未通过核验',
        'The organisation or a member of its consortium is not verified',
      ),
    );
  if (lot.terms.evaluation === 'price' && response.priceFen === null)
    found.push(why('response.no-price', '没有报价，不能按价格选定', 'It names no price, which decides here'));
  const capacity = response.packageId === null ? undefined : capacities.get(response.packageId);
  if (capacity && capacity.used >= capacity.capacity)
    found.push(why('capacity.full', '该服务包承接能力已满', 'The package is full'));
  return found;
}

/** Those that count for the least number: in the running, readable and not barred. */
const valid = ({ responses }: DecisionMatter): readonly LotResponse[] =>
  responses.filter((one) => isInTheRunning(one) && !isUnopened(one) && one.conflict !== 'refused');

/** Why the lot cannot be decided now, whoever is chosen; empty when it can. */
export function blockersOf(matter: DecisionMatter): DecisionBlocker[] {
  const { lot, need, fallen } = matter;
  const found: DecisionBlocker[] = [];
  if (lot.state === 'open' && isContest(lot))
    found.push(why('lot.still-open', '响应尚未截止', 'Responses are still being taken'));
  else if (lot.state !== 'open' && lot.state !== 'deciding')
    found.push(why('lot.wrong-state', '现在不在确定承接方的阶段', 'The lot is not to be decided now'));
  // An emergency is appointed first and answers for it in its notice.
  for (const basis of (lot.mode === 'emergency' ? null : need?.missingBases) ?? [])
    found.push(why('need.basis-missing', `缺少决策依据：${basis.zh}`, `A decision basis is missing: ${basis.en}`));
  if (!isContest(lot)) return found;
  const enough = valid(matter).length;
  // After a winner has fallen the contest stands as it was held.
  if (fallen === null && lot.state === 'deciding' && enough < lot.terms.leastResponses)
    found.push(
      why(
        'lot.too-few-responses',
        `有效响应 ${enough} 份，不足 ${lot.terms.leastResponses} 份`,
        `${enough} valid responses, and at least ${lot.terms.leastResponses} are asked for`,
      ),
    );
  if (valid(matter).some(({ conflict }) => conflict === 'flagged'))
    found.push(
      why(
        'response.flag-waits',
        '有响应的利益关联提示待撮合专员核定，请先核定或取消其资格',
        'A flag on a response waits for a broker; have it decided first, or disqualify the response',
      ),
    );
  return found;
}

/** A response that was submitted, as ranking sees it. */
const rankable = (one: LotResponse): RankableResponse => ({ ...one, submittedAt: one.submittedAt ?? one.createdAt });

/** The responses that may be chosen. */
export const usableOf = (matter: DecisionMatter): readonly LotResponse[] =>
  matter.responses.filter((one) => whyNot(matter, one).length === 0);

/** Scores as given now; else those of the decision that fell, of whoever is left. */
export function scoringOf(matter: DecisionMatter, given: Scoring | null): Scoring | null {
  const before = matter.fallen?.scoring;
  if (given || !before) return given;
  const left = new Set(usableOf(matter).map(({ id }) => id));
  const scores = before.scores.filter(({ responseId }) => left.has(responseId));
  return scores.length === left.size ? { ...before, scores } : null;
}

/**
 * All responses in the running: those that may be chosen in the order of the terms, then the others, unranked.
 * @param scoring of those that may be chosen, or null
 */
export function rankingOf(matter: DecisionMatter, scoring: Scoring | null): readonly RankedResponse[] {
  const usable = usableOf(matter);
  const others = matter.responses.filter((one) => isInTheRunning(one) && !usable.includes(one));
  return [
    ...rankResponses(matter.lot.terms.evaluation, usable.map(rankable), scoring),
    ...rankResponses('choice', others.map(rankable), null),
  ];
}
