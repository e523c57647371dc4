import type { NeedBody, PackageBody, ResponseInput, ResponseReceipt } from '@duijie/contracts';
import { dayOf, newId } from '@duijie/domain-kit';
import {
  actingForOf,
  Conflict,
  NotFound,
  Unavailable,
  ValidationFailed,
  type Context,
  type TransactionContext,
} from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import { contentFaults } from './content-faults';
import { whyNotEligible } from './eligibility';
import { findConflict, requireNotBarred } from './find-conflict';
import { keepContent } from './keep-content';
import { wrongResponseState } from './next-response-state';
import { lockedResponse, requireOpen } from './open-for-responses';
import { factsOfParties, partiesOf } from './parties';
import { missingQualifications } from './qualification-faults';
import { newSalt } from './receipt';
import type { LotResponse } from './response';
import type { ResponseDeps } from './response-deps';
import { takeIn } from './take-in';

/** A response after a change, with the receipt when it is in. */
export interface Written {
  readonly response: LotResponse;
  readonly receipt: ResponseReceipt | null;
}

/** The need of a lot. @throws Unavailable while its event is still under way */
export async function needOf({ copies }: Pick<ResponseDeps, 'copies'>, ctx: Context, lot: Lot): Promise<NeedBody> {
  const need = await copies.need(ctx, lot.needId);
  if (!need) throw new Unavailable({ zh: '需求数据尚未到达', en: 'The need has not arrived yet' });
  return need;
}

async function offeredPackage(
  { copies }: ResponseDeps,
  ctx: Context,
  packageId: string | null,
  parties: readonly string[],
): Promise<PackageBody | null> {
  if (packageId === null) return null;
  const found = await copies.package(ctx, packageId);
  if (found?.state === 'published' && parties.includes(found.providerId)) return found;
  throw new ValidationFailed([
    {
      pointer: '/packageId',
      detail: { zh: '须为响应方自己已发布的服务包', en: 'It must be a published package of one who responds' },
    },
  ]);
}

/** Writes a whole response of the caller's organisation: content, parties, and what it lacks. */
async function written(
  deps: ResponseDeps,
  ctx: TransactionContext,
  lot: Lot,
  blank: LotResponse,
  before: LotResponse | null,
  input: ResponseInput,
) {
  const need = await needOf(deps, ctx, lot);
  const { faults, lacks } = contentFaults(input, { lot, money: need.money, leaderId: blank.organisationId });
  if (faults.length > 0) throw new ValidationFailed(faults);
  const facts = await factsOfParties(deps.copies, ctx, input.memberIds);
  const ids = facts.map(({ id }) => id);
  const { invited } = await deps.introductions.invitation(ctx, need.id, blank.organisationId);
  const refusal = whyNotEligible(need, facts, invited, false);
  if (refusal) throw refusal;
  // Whoever is barred hears so before it writes on.
  requireNotBarred(await findConflict(deps, ctx, need, { id: blank.id, parties: ids, informed: [] }, []));
  const pkg = await offeredPackage(deps, ctx, input.packageId, ids);
  const { memberIds: _memberIds, ...content } = input;
  const parties = partiesOf(facts, before);
  const today = dayOf(deps.clock.now());
  // Once sealed it is not read again before it is opened.
  const missing = blank.sealed
    ? await missingQualifications(deps, ctx, { need, lot, today }, parties, content.components)
    : [];
  const [response, sealed] = keepContent(
    deps.keys,
    { ...blank, needVersion: lot.needVersion, lacks: [...lacks, ...missing], parties },
    { ...content, packageVersion: pkg?.version ?? null, salt: newSalt() },
  );
  return { need, response, sealed };
}

const blankResponse = (lot: Lot, organisation: { id: string; name: string }, at: Date): LotResponse => ({
  id: newId(at.getTime()),
  version: 0,
  lotId: lot.id,
  needId: lot.needId,
  attempt: lot.attempt,
  needVersion: lot.needVersion,
  organisationId: organisation.id,
  organisationName: organisation.name,
  state: 'draft',
  sealed: lot.terms.sealed,
  disclosed: false,
  packageId: null,
  packageVersion: null,
  priceFen: null,
  content: null,
  contentVersion: 0,
  contentSha256: '',
  lacks: [],
  conflict: 'clear',
  findings: [],
  clearance: null,
  because: null,
  submittedAt: null,
  openedAt: null,
  parties: [],
  demo: lot.demo,
  createdAt: at,
  updatedAt: at,
});

/**
 * Responds to a lot for the organisation acted for; with `submit` it is in at once.
 * @throws NotFound, NotAllowed, ValidationFailed, Conflict
 */
export const createResponse =
  (deps: ResponseDeps) =>
  (ctx: Context, lotId: string, { submit, ...input }: ResponseInput & { readonly submit: boolean }): Promise<Written> =>
    deps.database.run(ctx, async (inner) => {
      const lot = await deps.lots.lock(inner, lotId);
      if (!lot) throw new NotFound();
      const at = await requireOpen(deps, inner, lot);
      const { organisationId: id, organisationName: name } = actingForOf(inner);
      const blank = blankResponse(lot, { id, name }, at);
      const { need, response, sealed } = await written(deps, inner, lot, blank, null, input);
      if (submit) return takeIn(deps, inner, { lot, need, at }, null, response, sealed);
      const draft = await deps.storeResponse(
        inner,
        lot,
        null,
        response,
        [{ action: 'response.drafted', from: null, to: 'draft' }],
        sealed,
      );
      return { response: draft, receipt: null };
    });

/**
 * Replaces all of a response but its documents, while the lot takes responses.
 * @throws NotFound, NotAllowed, PreconditionFailed, ValidationFailed, Conflict
 */
export const changeResponse =
  (deps: ResponseDeps) =>
  (ctx: Context, responseId: string, ifMatch: number, input: ResponseInput): Promise<Written> =>
    deps.database.run(ctx, async (inner) => {
      const [lot, before] = await lockedResponse(deps, inner, responseId, ifMatch);
      const at = await requireOpen(deps, inner, lot);
      if (before.attempt !== lot.attempt || (before.state !== 'draft' && before.state !== 'submitted'))
        throw wrongResponseState(before.state);
      const isIn = before.state === 'submitted';
      if (isIn && input.memberIds.some((id) => !before.parties.some(({ organisationId }) => organisationId === id)))
        throw new Conflict('response.members-fixed', {
          zh: '提交后不能增加联合体成员，可撤回后重新响应',
          en: 'No member is added to a submitted response; withdraw it and respond anew',
        });
      const { need, response, sealed } = await written(deps, inner, lot, before, before, input);
      if (isIn) return takeIn(deps, inner, { lot, need, at }, before, response, sealed);
      const changed = await deps.storeResponse(inner, lot, before, response, [{ action: 'response.changed' }], sealed);
      return { response: changed, receipt: null };
    });

/** Hands a draft in. @throws NotFound, NotAllowed, PreconditionFailed, ValidationFailed, Conflict */
export const submitResponse =
  (deps: ResponseDeps) =>
  (ctx: Context, responseId: string, ifMatch: number): Promise<Written> =>
    deps.database.run(ctx, async (inner) => {
      const [lot, before] = await lockedResponse(deps, inner, responseId, ifMatch);
      const at = await requireOpen(deps, inner, lot);
      if (before.attempt !== lot.attempt || before.state !== 'draft') throw wrongResponseState(before.state);
      return takeIn(deps, inner, { lot, need: await needOf(deps, inner, lot), at }, before, before);
    });
