import type { NeedBody, OrganisationState, PackageBody } from '@duijie/contracts';
import { checkConflict, newId, type ConflictFinding } from '@duijie/domain-kit';
import { Conflict, type TransactionContext } from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import { hashOf, newSalt } from '../responses/receipt';
import { isLive, type KeptContent, type LotResponse } from '../responses/response';
import type { DecisionDeps } from './decision-deps';

/** Whom a poster takes directly, and with what. */
export interface Appointee {
  readonly organisation: OrganisationState;
  readonly pkg: PackageBody | null;
  readonly amountFen: number | null;
}

/** Asks the conflict wall. @throws Conflict `conflict.blocked` in words for the poster */
export async function wallFor(
  { copies }: Pick<DecisionDeps, 'copies'>,
  ctx: TransactionContext,
  need: NeedBody,
  organisationId: string,
  rivals: readonly string[],
): Promise<readonly ConflictFinding[]> {
  const { outcome, findings } = checkConflict({
    providerId: organisationId,
    memberIds: [],
    excludedIds: need.excludedOrganisationIds,
    flaggedIds: need.flaggedOrganisationIds,
    posterId: need.organisationId,
    links: await copies.linksAround(ctx, [organisationId, ...rivals]),
    rivals,
  });
  const [gravest] = findings;
  if (outcome === 'blocked' && gravest) throw new Conflict('conflict.blocked', gravest.words);
  return findings;
}

/**
 * Enters the response of a provider that is taken directly, as handed in: with the price where one component is asked
 * for, and no plan. What the conflict wall flags waits for a broker. Lot and responses are locked.
 * @param lot with this response counted @param responses of the lot's attempt
 * @throws Conflict `conflict.blocked`, `response.already`
 */
export const enterResponse =
  (deps: Pick<DecisionDeps, 'clock' | 'copies' | 'storeResponse'>) =>
  async (
    ctx: TransactionContext,
    lot: Lot,
    need: NeedBody,
    responses: readonly LotResponse[],
    { organisation, pkg, amountFen }: Appointee,
  ): Promise<LotResponse> => {
    const rivals = responses
      .filter(isLive)
      .flatMap(({ parties }) => parties.map(({ organisationId }) => organisationId))
      .filter((id) => id !== organisation.id);
    const findings = await wallFor(deps, ctx, need, organisation.id, rivals);
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
        conflict: findings.length > 0 ? 'flagged' : 'clear',
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
