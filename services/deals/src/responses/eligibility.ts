import type { NeedBody, OrganisationKind, OrganisationState } from '@duijie/contracts';
import { NotAllowed, type Refusal } from '@duijie/service-kit';
import { providerKinds } from '@duijie/contracts';

type Organisation = Pick<OrganisationState, 'kind' | 'name' | 'verification'>;

const may = (reason: string, zh: string, en: string): Refusal => new NotAllowed({ reason, detail: { zh, en } });

/**
 * Whether those who take part may, by the need's mode: where it is by invitation (邀请比选、直接对接、应急), the leader must
 * have been introduced; everybody must be a provider of an eligible kind; and to submit, everybody must be verified.
 * @param parties the leader first
 * @returns why not, for the provider; null when they may
 */
export function whyNotEligible(
  need: Pick<NeedBody, 'mode' | 'eligibleKinds'>,
  parties: readonly Organisation[],
  leaderIsInvited: boolean,
  submits: boolean,
): Refusal | null {
  const isProvider = (kind: OrganisationKind): boolean => (providerKinds as readonly OrganisationKind[]).includes(kind);
  for (const { kind, name, verification } of parties) {
    if (!isProvider(kind) || (need.eligibleKinds.length > 0 && !need.eligibleKinds.includes(kind)))
      return may(
        'response.kind',
        `“${name}”不在本需求的承接主体范围内`,
        `"${name}" is of a kind that may not supply this need`,
      );
    if (submits && verification !== 'verified')
      return may('organisation.not-verified', `“${name}”通过核验后才能参加`, `"${name}" must be verified first`);
  }
  if (need.mode !== 'open_call' && need.mode !== 'claim' && !leaderIsInvited)
    return may(
      'response.not-invited',
      '这条需求仅限受邀（被推介）的机构参加',
      'Only those who were introduced may respond to this need',
    );
  return null;
}
