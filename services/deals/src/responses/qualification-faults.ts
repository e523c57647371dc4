import type { NeedBody, OfferedContent, OrganisationState } from '@duijie/contracts';
import { qualificationKey, qualificationLeaves, sameQualification } from '@duijie/match-engine';
import type { Context, Fault } from '@duijie/service-kit';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import type { Party } from './response';

/** What a party of a response is known to hold. */
export type Holder = Pick<OrganisationState, 'id' | 'name' | 'qualifications'>;
type Asking = Pick<NeedBody, 'requiredQualifications' | 'window'>;
type Components = OfferedContent['components'];

const holds = ({ qualifications }: Holder, required: string, until: string): boolean =>
  qualifications.some(
    ({ name, expiresOn }) =>
      sameQualification(qualificationKey(required), qualificationKey(name)) &&
      (expiresOn === null || expiresOn >= until),
  );

/**
 * Qualifications that a need asks for and that whoever does the work does not hold: one that belongs to a component by
 * whoever does that component, the leader where nobody is named; any other by everybody who takes part. So nobody comes in
 * by another member's: of those who do the same work the lowest counts. Names are read as matching reads them.
 * @param lot its components; what belongs to others is not asked for here
 * @param parties the leader first
 * @param today day in China
 * @returns pointers into the response, with words for the provider
 * @see Implementing Rules of the Government Procurement Law, art. 22 (consortium: the lower grade counts)
 */
export function qualificationFaults(
  { requiredQualifications, window }: Asking,
  lot: { readonly components: readonly string[] },
  parties: readonly Holder[],
  components: Components,
  today: string,
): Fault[] {
  const until = window.end !== null && window.end > today ? window.end : today;
  const doing = (code: string): Holder | undefined => {
    const named = components.find((each) => each.code === code)?.organisationId;
    return parties.find(({ id }) => id === named) ?? parties[0];
  };
  return requiredQualifications.flatMap(({ name, component }) => {
    const leaves = component === null ? qualificationLeaves(name) : [component];
    const here = leaves.filter((code) => lot.components.includes(code));
    if (leaves.length > 0 && here.length === 0) return [];
    const asked = leaves.length > 0 ? here.flatMap((code) => doing(code) ?? []) : parties;
    const at = components.findIndex(({ code }) => here.includes(code));
    return [...new Set(asked)]
      .filter((holder) => !holds(holder, name, until))
      .map((holder) => ({
        pointer: at < 0 ? '/memberIds' : `/components/${at}/organisationId`,
        detail: {
          zh: `需要“${name}”：“${holder.name}”没有登记有效期到 ${until} 的。请先在机构资料中补充，或由持有的成员承担`,
          en: `"${name}" is required: "${holder.name}" has none on record that is valid until ${until}. Add it to its profile, or let a member who holds it do the work`,
        },
      }));
  });
}

/** {@link qualificationFaults} of a response, by what is known of its parties now. */
export async function missingQualifications(
  { copies }: { readonly copies: CopiesRepository },
  ctx: Context,
  {
    need,
    lot,
    today,
  }: { readonly need: Asking; readonly lot: { readonly components: readonly string[] }; readonly today: string },
  parties: readonly Pick<Party, 'organisationId' | 'organisationName'>[],
  components: Components,
): Promise<Fault[]> {
  if (need.requiredQualifications.length === 0) return [];
  const ids = parties.map(({ organisationId }) => organisationId);
  const known = await copies.organisations(ctx, ids);
  const holders = parties.map(
    ({ organisationId: id, organisationName: name }): Holder => known.get(id) ?? { id, name, qualifications: [] },
  );
  return qualificationFaults(need, lot, holders, components, today);
}
