import type { NeedBody, ResponseReceipt } from '@duijie/contracts';
import { dayOf } from '@duijie/domain-kit';
import { Conflict, ValidationFailed, type TransactionContext } from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import { whyNotEligible } from './eligibility';
import { findConflict, informedOf, isOfThisLot, requireNotBarred } from './find-conflict';
import { nextResponseState } from './next-response-state';
import { isComplete } from './open-for-responses';
import type { SealedContent } from './persistence/response.repository';
import { missingQualifications } from './qualification-faults';
import { newReceiptNumber, receiptHash } from './receipt';
import type { LotResponse } from './response';
import type { ResponseDeps } from './response-deps';
import type { ResponseStep } from './store-response';

/** What a submission came to. */
export interface TakenIn {
  readonly response: LotResponse;
  readonly receipt: ResponseReceipt;
}

/** The same context, but whatever is written by it does not tell who acts: of a sealed response, that is part of the secret. */
export const unnamed = (ctx: TransactionContext): TransactionContext => ({
  ...ctx,
  actor: { type: 'service', service: 'deals' },
});

/** Hands out a receipt for a response as it stands with its documents. */
export async function giveReceipt(
  deps: Pick<ResponseDeps, 'documents' | 'receipts'>,
  ctx: TransactionContext,
  response: LotResponse,
  at: Date,
): Promise<ResponseReceipt> {
  const documents = (await deps.documents.of(ctx, [response.id])).map(({ sha256 }) => sha256);
  const { id: responseId, lotId, attempt, contentSha256 } = response;
  const receipt: ResponseReceipt = {
    responseId,
    lotId,
    number: newReceiptNumber(at),
    submittedAt: at.toISOString(),
    contentVersion: response.contentVersion,
    contentSha256,
    documentSha256s: documents,
    sha256: receiptHash({ responseId, lotId, attempt, content: contentSha256, documents }),
  };
  await deps.receipts.add(ctx, receipt);
  return receipt;
}

/** Counts a response in or out. Of a sealed one, the lot's event does not say who came or went. */
export async function countOnLot(
  { storeLot }: Pick<ResponseDeps, 'storeLot'>,
  ctx: TransactionContext,
  lot: Lot,
  response: LotResponse,
  by: 1 | -1,
): Promise<Lot> {
  return storeLot(response.sealed ? unnamed(ctx) : ctx, lot, { ...lot, responseCount: lot.responseCount + by }, []);
}

/**
 * Takes a response in, for the first time or again after a change: complete, everybody confirmed and verified, nobody
 * barred. The lot is locked and open.
 * @param before as it was locked, null for a new one @param after with its content @param at time of the database server
 * @throws ValidationFailed, NotAllowed, Conflict `response.unconfirmed`, `response.barred`, `response.already`
 */
export async function takeIn(
  deps: ResponseDeps,
  ctx: TransactionContext,
  matter: { readonly lot: Lot; readonly need: NeedBody; readonly at: Date },
  before: LotResponse | null,
  after: LotResponse,
  sealed?: SealedContent,
): Promise<TakenIn> {
  const { lot, need, at } = matter;
  if (after.lacks.length > 0) throw new ValidationFailed(after.lacks);
  // Of a sealed one this was told when it was written, since nobody reads it now.
  const missing = after.content
    ? await missingQualifications(deps, ctx, { need, lot, today: dayOf(at) }, after.parties, after.content.components)
    : [];
  if (missing.length > 0) throw new ValidationFailed(missing);
  if (!isComplete(after))
    throw new Conflict('response.unconfirmed', {
      zh: '联合体成员尚未全部确认，不能提交',
      en: 'Not all members of the consortium have confirmed yet',
    });
  const parties = after.parties.map(({ organisationId }) => organisationId);
  const known = await deps.copies.organisations(ctx, parties);
  const acting = ctx.actor.type === 'person' ? ctx.actor.actingFor : null;
  const facts = after.parties.map(
    ({ organisationId, organisationName: name }) =>
      known.get(organisationId) ??
      (acting?.organisationId === organisationId
        ? { name, kind: acting.kind, verification: acting.verification }
        : { name, kind: 'professional_firm' as const, verification: 'pending' as const }),
  );
  const invitation = await deps.introductions.invitation(ctx, need.id, after.organisationId);
  const refusal = whyNotEligible(need, facts, invitation.invited, true);
  if (refusal) throw refusal;
  const all = await deps.responses.ofLot(ctx, lot.id, lot.attempt);
  const informed = await informedOf(deps, ctx, lot.id, parties);
  const answer = await findConflict(deps, ctx, need, { id: after.id, parties, informed }, all);
  requireNotBarred(answer);

  const state = before?.state === 'submitted' ? before.state : nextResponseState(after.state, 'submit');
  const isDecided = invitation.cleared && parties.length === 1 && !answer.findings.some(isOfThisLot);
  const taken: LotResponse = {
    ...after,
    needVersion: before?.state === 'submitted' ? after.needVersion : lot.needVersion,
    state,
    disclosed: !after.sealed,
    submittedAt: at,
    findings: answer.findings,
    conflict: answer.outcome === 'clear' ? 'clear' : isDecided ? 'cleared' : 'flagged',
    clearance: null,
  };
  const step: ResponseStep =
    before?.state === 'submitted'
      ? { action: 'response.replaced', data: { contentVersion: after.contentVersion } }
      : { action: 'response.submitted', from: before?.state ?? null, to: state };
  const response = await deps.storeResponse(ctx, lot, before, taken, [step], sealed);
  const receipt = await giveReceipt(deps, ctx, response, at);
  if (before?.state !== 'submitted') await countOnLot(deps, ctx, lot, response, 1);
  return { response, receipt };
}
