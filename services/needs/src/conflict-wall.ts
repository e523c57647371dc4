import { onBehalfWords, type NeedExclusion, type OrganisationKind } from '@duijie/contracts';
import type { Context } from '@duijie/service-kit';
import type { Need } from './need';
import type { CopiesRepository } from './persistence/copies.repository';

/** An association is flagged where its service to the need would exclude others: its core services are its own packages. */
const effectOf = (kind: OrganisationKind): NeedExclusion['effect'] => (kind === 'association' ? 'flagged' : 'excluded');

/** Puts an organisation behind the conflict wall of a need, once for each ground. */
export const excluded = (exclusions: readonly NeedExclusion[], more: NeedExclusion): readonly NeedExclusion[] =>
  exclusions.some((each) => each.organisationId === more.organisationId && each.because === more.because)
    ? exclusions
    : [...exclusions, more];

/** Puts the organisation that has looked at a need behind its wall. */
export const withScreener = (
  need: Need,
  { organisationId, kind }: { readonly organisationId: string; readonly kind: OrganisationKind },
): readonly NeedExclusion[] =>
  excluded(need.exclusions, { organisationId, because: 'screened', effect: effectOf(kind), reason: null });

/** An association whose broker writes for the poster has a hand in the requirement; the words tell it from the others. */
function brokerOf(ctx: Context): readonly NeedExclusion[] {
  const onBehalf = ctx.actor.type === 'person' ? ctx.actor.onBehalf : undefined;
  return onBehalf
    ? [
        {
          organisationId: onBehalf.brokerOrganisationId,
          because: 'drafted',
          effect: effectOf('association'),
          reason: onBehalfWords(onBehalf).zh,
        },
      ]
    : [];
}

/**
 * Renews who stands behind the wall because they wrote the requirement: named by the need, by an affiliation, or writing on
 * behalf of the poster. The last stay, whoever changes it later.
 */
export async function withDrafters(
  copies: CopiesRepository,
  ctx: Context,
  need: Need,
): Promise<readonly NeedExclusion[]> {
  const drafters = await copies.draftersFor(ctx, need.organisationId, need.draftedByOrganisationId);
  const known: readonly NeedExclusion[] = [
    ...drafters.map(({ id, kind }) => ({
      organisationId: id,
      because: 'drafted' as const,
      effect: effectOf(kind),
      reason: null,
    })),
    ...need.exclusions.filter((each) => each.because !== 'drafted' || each.reason !== null),
  ];
  return brokerOf(ctx).reduce(excluded, known);
}
