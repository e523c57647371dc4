import type { AwardKind, RankedResponse, Scoring } from '@duijie/contracts';
import { addDays, dayOf, deadlineOn, newId } from '@duijie/domain-kit';
import { Conflict, isDuplicateKey, type TransactionContext } from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import { nextLotState } from '../lots/next-lot-state';
import { nextResponseState } from '../responses/next-response-state';
import { isInTheRunning, type LotResponse } from '../responses/response';
import { awardBodyOf, type Award } from './award';
import type { DecisionDeps } from './decision-deps';
import { endRequests } from './end-lot';

/** Who is chosen, for what, and why. */
export interface Choice {
  readonly kind: AwardKind;
  readonly response: LotResponse;
  readonly amountFen: number | null;
  readonly reason: string;
  readonly ranking: readonly RankedResponse[];
  readonly scoring: Scoring | null;
  readonly documentNote: string | null;
}

/** The notice (公示) comes before an award holds after a contest, and after it in an emergency. */
function noticeOf({ mode, terms }: Lot, now: Date): { readonly state: Award['state']; readonly until: Date | null } {
  const contest = mode === 'open_call' || (mode === 'quotation' && terms.sealed);
  if (terms.noticeDays === 0 || !(contest || mode === 'emergency')) return { state: 'effective', until: null };
  return { state: contest ? 'notice' : 'effective', until: deadlineOn(addDays(dayOf(now), terms.noticeDays)) };
}

/**
 * Writes a decision with all that follows: the award, the winner, those who are not chosen, the lot, the capacity.
 * Lot and responses are locked.
 * @param lot as it was locked @param changes of the lot that came before in the same step
 * @param responses of the lot's attempt
 * @throws Conflict `lot.awarded-already`, `capacity.full`
 */
export const makeAward =
  (deps: DecisionDeps) =>
  async (
    ctx: TransactionContext,
    lot: Lot,
    responses: readonly LotResponse[],
    choice: Choice,
    changes: Partial<Lot> = {},
  ): Promise<Award> => {
    const { awards, audit, capacity, clock, storeLot, storeResponse } = deps;
    const { response } = choice;
    const now = clock.now();
    const notice = noticeOf(lot, now);
    const award: Award = {
      id: newId(now.getTime()),
      version: 1,
      lotId: lot.id,
      needId: lot.needId,
      attempt: lot.attempt,
      kind: choice.kind,
      state: notice.state,
      responseId: response.id,
      organisationId: response.organisationId,
      organisationName: response.organisationName,
      packageId: response.packageId,
      packageVersion: response.packageVersion,
      amountFen: choice.amountFen,
      reason: choice.reason,
      documentNote: choice.documentNote,
      ranking: choice.ranking,
      scoring: choice.scoring,
      decidedAt: now,
      noticeUntil: notice.until,
      noticeLeftMs: null,
      effectiveAt: notice.state === 'effective' ? now : null,
      endedAt: null,
      cancelledBecause: null,
    };
    const deciding: Lot = { ...lot, ...changes };
    await storeResponse(
      ctx,
      deciding,
      response,
      { ...response, state: nextResponseState(response.state, 'award'), because: null },
      [{ action: 'response.awarded', from: response.state, to: 'awarded', data: { awardId: award.id } }],
    );
    const because = {
      zh: `已确定由“${award.organisationName}”承接`,
      en: `The lot went to ${award.organisationName}`,
    };
    for (const other of responses)
      if (other.id !== response.id && isInTheRunning(other))
        await storeResponse(
          ctx,
          deciding,
          other,
          { ...other, state: nextResponseState(other.state, 'lapse'), because },
          [{ action: 'response.rejected', from: other.state, to: 'rejected', data: { awardId: award.id } }],
        );
    try {
      await awards.insert(ctx, award);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw new Conflict('lot.awarded-already', {
        zh: '已经确定了承接方',
        en: 'The lot is awarded already',
      });
    }
    await audit.record(ctx, {
      action: 'award.decided',
      aggregate: { type: 'award', id: award.id },
      to: award.state,
      reason: award.reason,
      data: {
        lotId: lot.id,
        responseId: response.id,
        organisationId: award.organisationId,
        amountFen: award.amountFen,
      },
    });
    await endRequests(deps)(ctx, lot);
    const open = deciding.state === 'open' ? nextLotState('open', 'decide') : deciding.state;
    await storeLot(ctx, lot, { ...deciding, state: nextLotState(open, 'award'), award: awardBodyOf(award) }, [
      ...(open === deciding.state ? [] : [{ action: 'lot.closed-for-responses', from: deciding.state, to: open }]),
      { action: 'lot.awarded', from: open, to: 'awarded', reason: award.reason, data: { awardId: award.id } },
    ]);
    if (award.packageId !== null) await capacity.takeCapacity(ctx, { awardId: award.id, packageId: award.packageId });
    return award;
  };
