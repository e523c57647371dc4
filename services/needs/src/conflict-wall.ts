import type { NeedExclusion } from '@duijie/contracts';
import type { Need } from './need';

/** Puts an organisation behind the conflict wall of a need, once for each ground. */
export const excluded = (exclusions: readonly NeedExclusion[], more: NeedExclusion): readonly NeedExclusion[] =>
  exclusions.some((each) => each.organisationId === more.organisationId && each.because === more.because)
    ? exclusions
    : [...exclusions, more];

/** Renews who is excluded because they wrote the requirement. @param drafters known by their affiliation */
export function withDrafters(need: Need, drafters: readonly string[]): readonly NeedExclusion[] {
  const all = [...new Set([...drafters, ...(need.draftedByOrganisationId ? [need.draftedByOrganisationId] : [])])];
  const others = need.exclusions.filter((each) => each.because !== 'drafted');
  return [...others, ...all.map((organisationId) => ({ organisationId, because: 'drafted' as const, reason: null }))];
}
