import type { awardLot as contract, RankedResponse } from '@duijie/contracts';
import { faultAt, Conflict, ValidationFailed, type Context, type Fault } from '@duijie/service-kit';
import type { z } from 'zod';
import type { Lot } from '../lots/lot';
import { wrongLotState } from '../lots/next-lot-state';
import { agreedAmount } from './agreed-amount';
import type { Award } from './award';
import { isContest } from './contest';
import type { DecisionDeps } from './decision-deps';
import { blockersOf, matterOf, rankingOf, scoringOf, usableOf, whyNot, type DecisionMatter } from './decision-matter';
import { lockedOwnLot } from './lot-reach';
import { makeAward } from './make-award';
import { requireConsent } from './require-consent';
import { requirePosterStanding } from './require-poster-standing';
import { scoringFaults } from './scoring-faults';

type Command = z.output<(typeof contract)['body']>;

const fault = (pointer: string, zh: string, en: string): ValidationFailed =>
  new ValidationFailed([faultAt(pointer, zh, en)]);

/** Scores as they count. @throws ValidationFailed of `/scoring` */
function requireScoring(matter: DecisionMatter, given: Command['scoring']) {
  if (matter.lot.terms.evaluation !== 'scored') {
    if (given) throw fault('/scoring', '这条需求不按评分确定', 'This lot is not decided by scores');
    return null;
  }
  const scoring = scoringOf(matter, given ?? null);
  if (!scoring) throw fault('/scoring', '请先对各响应评分', 'Score the responses first');
  const faults: readonly Fault[] = scoringFaults(
    scoring,
    usableOf(matter).map(({ id }) => id),
  );
  if (faults.length > 0) throw new ValidationFailed(faults);
  return scoring;
}

/** The reason as given, or as the rule says it. @throws ValidationFailed of `/reason` where a choice is to be explained */
function reasonOf({ lot, fallen }: DecisionMatter, chosen: RankedResponse, given: string | undefined): string {
  if (given !== undefined) return given;
  if (lot.mode === 'emergency')
    throw fault('/reason', '应急指定须说明理由', 'An emergency appointment needs its reason');
  if (chosen.rank !== null && chosen.rank > 1)
    throw fault('/reason', '选定的不是排序第一的响应，请说明理由', 'It is not the first in rank: say why');
  if (chosen.rank === null && isContest(lot)) throw fault('/reason', '请说明选定的理由', 'Say why this one is chosen');
  if (fallen) return '前序承接方取消，依次递补';
  switch (lot.terms.evaluation) {
    case 'first_come':
      return '最先响应';
    case 'price':
      return '报价最低';
    case 'scored':
      return '综合评分第一';
    case 'choice':
    case 'none':
      return '双方直接对接';
  }
}

const kindOf = ({ mode }: Lot): Award['kind'] => (mode === 'direct' || mode === 'emergency' ? mode : 'responses');

/**
 * The poster decides for a response.
 * @throws NotFound, NotAllowed (`poster.suspended`), PreconditionFailed, ValidationFailed with pointers
 * @throws Conflict `lot.wrong-state`, `lot.wrong-mode`, `lot.still-open`, `need.basis-missing`, `lot.too-few-responses`,
 * `response.flag-waits`, and what keeps the response from being chosen (`response.…`, `capacity.full`)
 */
export const awardLot =
  (deps: DecisionDeps) =>
  (ctx: Context, lotId: string, ifMatch: number, command: Command): Promise<Award> =>
    deps.database.run(ctx, async (inner) => {
      const { lots, responses, awards } = deps;
      const lot = await lockedOwnLot(lots, inner, lotId, ifMatch);
      await requirePosterStanding(deps.copies, inner, lot);
      if (lot.state !== 'open' && lot.state !== 'deciding') throw wrongLotState(lot.state);
      if (lot.mode === 'recorded')
        throw new Conflict('lot.wrong-mode', {
          zh: '线下（其他平台）已定的结果请连同文件登记',
          en: 'What was decided elsewhere is recorded with its document',
        });
      const all = await responses.lockOfLot(inner, lot.id, lot.attempt);
      const matter = await matterOf(deps, inner, lot, all);
      const response = all.find(({ id }) => id === command.responseId);
      if (!response) throw fault('/responseId', '没有这份响应', 'There is no such response to this lot');
      for (const { code, zh, en } of [...blockersOf(matter), ...whyNot(matter, response)])
        throw new Conflict(code, { zh, en });
      const scoring = requireScoring(matter, command.scoring);
      const ranking = rankingOf(matter, scoring);
      const chosen = ranking.find(({ responseId }) => responseId === response.id);
      if (!chosen) throw new Error(`Response ${response.id} may be chosen but is not ranked`);
      const reason = reasonOf(matter, chosen, command.reason);
      requireConsent(lot, command.amountFen ?? null, response);
      const agreed = agreedAmount({
        given: command.amountFen ?? null,
        offered: response.priceFen,
        money: matter.need?.money ?? { kind: 'unknown' },
        elsewhereFen: await awards.elsewhereFen(inner, lot.needId, lot.id),
        onlyLot: matter.need?.lots.length === 1,
      });
      if ('fault' in agreed) throw new ValidationFailed([agreed.fault]);
      return makeAward(deps)(inner, lot, all, {
        kind: kindOf(lot),
        response,
        amountFen: agreed.amountFen,
        reason,
        ranking,
        scoring,
        documentNote: null,
      });
    });
