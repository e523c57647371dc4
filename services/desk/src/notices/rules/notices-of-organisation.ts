import type { OrganisationState } from '@duijie/contracts';
import { toOrganisation, type NoticeDraft } from '../notice';

/** The members hear what became of the verification. @param before null where it was not known: brought in from elsewhere */
export function noticesOfOrganisation(before: OrganisationState | null, after: OrganisationState): NoticeDraft[] {
  const { id, verification, version } = after;
  if (before === null || before.verification === verification || verification === 'pending') return [];
  return [
    {
      to: toOrganisation(id),
      kind: `organisation_${verification}`,
      subject: { type: 'organisation', id },
      fact: `v${version}`,
      facts: {},
    },
  ];
}
