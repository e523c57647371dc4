import type { OpeningRecord } from '@duijie/contracts';
import type { TransactionContext } from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import { nextLotState } from '../lots/next-lot-state';
import { barredWords, bound, findConflict } from './find-conflict';
import { contentOf, readable } from './keep-content';
import { lapseResponses } from './lapse-responses';
import { nextResponseState } from './next-response-state';
import { isInTheRunning, type LotResponse } from './response';
import type { ResponseDeps } from './response-deps';
import type { Unsealed } from './sealing/unsealing';
import { needOf } from './write-response';

const unsubmitted = { zh: '截止前未提交', en: 'It was not submitted before the deadline' };
const tooFew = (valid: number, least: number) =>
  valid === 0
    ? { zh: '截止时没有有效响应', en: 'There was no valid response by the deadline' }
    : {
        zh: `截止时有效响应 ${valid} 份，不足 ${least} 份`,
        en: `${valid} valid responses by the deadline, fewer than the ${least} required`,
      };

/** Fewest valid responses that a lot is decided from. */
const leastOf = ({ mode, terms }: Lot): number => (mode === 'recorded' ? 0 : Math.max(1, terms.leastResponses));

/** A response as it is once its time is over: readable, and weighed against all others that came in. */
async function opened(
  deps: ResponseDeps,
  ctx: TransactionContext,
  lot: Lot,
  one: LotResponse,
  all: readonly LotResponse[],
  unsealed: Unsealed | undefined,
  at: Date,
): Promise<LotResponse> {
  if (one.sealed && !unsealed) throw new Error(`Response ${one.id} was not unsealed`);
  const parties = bound(one);
  // What it knew is told by its submission: by now everybody's is open.
  const informed = one.findings.flatMap(({ code, organisationId }) => (code === 'knows_rivals' ? organisationId : []));
  const { id } = one;
  const answer = await findConflict(deps, ctx, await needOf(deps, ctx, lot), { id, parties, informed }, all);
  const isBarred = answer.outcome === 'blocked';
  return {
    ...one,
    ...(unsealed ? readable(contentOf(unsealed.content)) : {}),
    state: nextResponseState(one.state, isBarred ? 'disqualify' : 'open'),
    openedAt: at,
    disclosed: true,
    // What a broker has decided stands.
    conflict: one.conflict === 'clear' && answer.outcome !== 'clear' ? 'flagged' : one.conflict,
    findings: answer.findings,
    because: isBarred ? barredWords(answer) : null,
  };
}

/**
 * Ends the time for responses of a lot that is locked and `open`, whose deadline has passed: in this one transaction all
 * that came in is opened, recorded and told, and the lot goes to `deciding`; or, with fewer valid ones than its terms ask
 * for, to `failed`. Where too few came in at all, sealed ones are not opened: their prices stay unknown for the next try.
 * @param at time of the database server, asked after the lock
 */
export async function openLot(
  deps: ResponseDeps,
  ctx: TransactionContext,
  lot: Lot,
  at: Date,
  by: OpeningRecord['by'],
): Promise<Lot> {
  const least = leastOf(lot);
  const all = await deps.responses.lockOfLot(ctx, lot.id, lot.attempt);
  const submitted = all.filter(({ state }) => state === 'submitted');
  if (submitted.length < least) return fail(deps, ctx, lot, tooFew(submitted.length, least));

  const unsealed = submitted.some(({ sealed }) => sealed)
    ? await deps.unseal(ctx, lot.id)
    : new Map<string, Unsealed>();
  const results: LotResponse[] = [];
  for (const one of submitted) {
    const after = await opened(deps, ctx, lot, one, submitted, unsealed.get(one.id), at);
    for (const [documentId, facts] of unsealed.get(one.id)?.documents ?? [])
      await deps.documents.disclose(ctx, documentId, facts);
    results.push(
      await deps.storeResponse(ctx, lot, one, after, [
        { action: `response.${after.state}`, from: one.state, to: after.state, reason: after.because?.zh ?? null },
      ]),
    );
  }
  for (const draft of all.filter(({ state }) => state === 'draft'))
    await deps.storeResponse(
      ctx,
      lot,
      draft,
      { ...draft, state: nextResponseState(draft.state, 'withdraw'), because: unsubmitted },
      [{ action: 'response.withdrawn', from: draft.state, to: 'withdrawn', reason: unsubmitted.zh }],
    );
  await record(deps, ctx, lot, results, at, by);
  const valid = results.filter(isInTheRunning).length;
  const openedAt = submitted.some(({ sealed }) => sealed) ? at : null;
  if (valid < least) return fail(deps, ctx, { ...lot, openedAt }, tooFew(valid, least));
  const state = nextLotState(lot.state, 'decide');
  return deps.storeLot(ctx, lot, { ...lot, state, openedAt }, [
    {
      action: openedAt ? 'lot.opened-responses' : 'lot.closed-for-responses',
      from: lot.state,
      to: state,
      data: { valid },
    },
  ]);
}

async function fail(
  deps: ResponseDeps,
  ctx: TransactionContext,
  lot: Lot,
  because: { readonly zh: string; readonly en: string },
): Promise<Lot> {
  await lapseResponses(deps)(ctx, lot, because);
  await deps.onLotFailed(ctx, lot);
  const state = nextLotState(lot.state, 'fail');
  return deps.storeLot(ctx, lot, { ...lot, state, because }, [
    { action: 'lot.failed', from: lot.state, to: state, reason: because.zh },
  ]);
}

async function record(
  deps: ResponseDeps,
  ctx: TransactionContext,
  lot: Lot,
  results: readonly LotResponse[],
  at: Date,
  by: OpeningRecord['by'],
): Promise<void> {
  const receipts = await deps.receipts.latest(
    ctx,
    results.map(({ id }) => id),
  );
  const entries = results.flatMap((one) => {
    const receipt = receipts.get(one.id);
    if (!receipt) return [];
    return {
      responseId: one.id,
      organisationName: one.organisationName,
      memberNames: one.parties.filter(({ standing }) => standing === 'confirmed').map((each) => each.organisationName),
      receiptNumber: receipt.number,
      submittedAt: receipt.submittedAt,
      sha256: receipt.sha256,
      valid: isInTheRunning(one),
      because: one.because,
    };
  });
  entries.sort((a, b) => (a.submittedAt < b.submittedAt ? -1 : 1));
  const dueAt = lot.responsesDueAt ?? at;
  await deps.openings.add(ctx, { lotId: lot.id, attempt: lot.attempt, dueAt, openedAt: at, by, entries });
}
