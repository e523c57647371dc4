import type { NeedBody, OrganisationState, PackageBody } from '@duijie/contracts';
import { newId, type ConflictAnswer } from '@duijie/domain-kit';
import { actingIdOf, Conflict, type TransactionContext } from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import { findConflict, informedOf, isOfThisLot } from '../responses/find-conflict';
import { nextResponseState } from '../responses/next-response-state';
import { hashOf, newSalt } from '../responses/receipt';
import type { KeptContent, LotResponse } from '../responses/response';
import type { DecisionDeps } from './decision-deps';

/** Whom a poster takes directly, and with what. */
export interface Appointee {
  readonly organisation: OrganisationState;
  readonly pkg: PackageBody | null;
  readonly amountFen: number | null;
}

/** Asks the conflict wall. @throws Conflict `conflict.blocked` in words for the poster, or for the provider where it asks */
export async function wallFor(
  deps: Pick<DecisionDeps, 'copies' | 'introductions' | 'responses'>,
  ctx: TransactionContext,
  lot: Pick<Lot, 'id'>,
  need: NeedBody,
  organisationId: string,
  among: readonly LotResponse[],
): Promise<ConflictAnswer> {
  const parties = [organisationId];
  const informed = await informedOf(deps, ctx, lot.id, parties);
  const answer = await findConflict(deps, ctx, need, { id: '', parties, informed }, among);
  const [gravest] = answer.findings;
  if (answer.outcome === 'blocked' && gravest) {
    const toItself = actingIdOf(ctx) === organisationId;
    throw new Conflict('conflict.blocked', toItself ? gravest.publicWords : gravest.words);
  }
  return answer;
}

/**
 * Enters the response of a provider that is taken directly, as handed in: with the price where one component is asked
 * for, and no plan; a draft of its own goes. What the conflict wall flags waits for a broker, unless one has cleared it
 * when it was introduced. Lot and responses are locked.
 * @param lot with this response counted @param responses of the lot's attempt
 * @throws Conflict `conflict.blocked`, `response.already`
 */
export const enterResponse =
  (deps: Pick<DecisionDeps, 'clock' | 'copies' | 'introductions' | 'responses' | 'storeResponse'>) =>
  async (
    ctx: TransactionContext,
    lot: Lot,
    need: NeedBody,
    responses: readonly LotResponse[],
    { organisation, pkg, amountFen }: Appointee,
  ): Promise<LotResponse> => {
    const { outcome, findings } = await wallFor(deps, ctx, lot, need, organisation.id, responses);
    const { cleared } = await deps.introductions.invitation(ctx, need.id, organisation.id);
    const isDecided = cleared && !findings.some(isOfThisLot);
    for (const draft of responses.filter((one) => one.state === 'draft' && one.organisationId === organisation.id))
      await deps.storeResponse(ctx, lot, draft, { ...draft, state: nextResponseState(draft.state, 'withdraw') }, [
        { action: 'response.withdrawn', from: draft.state, to: 'withdrawn', data: { because: 'taken directly' } },
      ]);
    const now = deps.clock.now();
    const content: KeptContent = {
      packageId: pkg?.id ?? null,
      packageVersion: pkg?.version ?? null,
      components: lot.components.map((code) => ({
        code,
        organisationId: null,
        amountFen: lot.components.length === 1 ? amountFen : null,
      })),
      plan: '',
      team: [],
      milestones: [],
      note: '',
      salt: newSalt(),
    };
    return deps.storeResponse(
      ctx,
      lot,
      null,
      {
        id: newId(now.getTime()),
        version: 0,
        lotId: lot.id,
        needId: lot.needId,
        attempt: lot.attempt,
        needVersion: lot.needVersion,
        organisationId: organisation.id,
        organisationName: organisation.name,
        state: 'submitted',
        sealed: false,
        disclosed: true,
        packageId: content.packageId,
        packageVersion: content.packageVersion,
        priceFen: amountFen,
        content,
        contentVersion: 1,
        contentSha256: hashOf(content),
        lacks: [],
        conflict: outcome === 'clear' ? 'clear' : isDecided ? 'cleared' : 'flagged',
        findings,
        clearance: null,
        because: null,
        submittedAt: now,
        openedAt: null,
        parties: [{ organisationId: organisation.id, organisationName: organisation.name, standing: 'leader' }],
        demo: lot.demo,
        createdAt: now,
        updatedAt: now,
      },
      [{ action: 'response.entered', from: null, to: 'submitted' }],
    );
  };
