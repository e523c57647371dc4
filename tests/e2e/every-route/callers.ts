import type { Grant, MemberRole, OrganisationKind } from '@duijie/contracts';
import type { SignedIn } from '../people';

/** Somebody who asks, and as what. */
export interface Caller {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly role: MemberRole;
  readonly organisationId: string;
  readonly signedIn: SignedIn;
}

const applies = (grant: Grant, caller: Caller): boolean =>
  grant.who === 'anyone' ||
  grant.who === 'person' ||
  (grant.who === 'member' &&
    (!grant.kinds || grant.kinds.includes(caller.kind)) &&
    (!grant.roles || grant.roles.includes(caller.role)));

/** @returns those whom the policy table lets through to the object, in the order given */
export const callersOf = (grants: readonly Grant[], callers: readonly Caller[]): Caller[] =>
  callers.filter((caller) => grants.some((grant) => applies(grant, caller)));

/** Whether the object must be the caller's own: no grant that lets the caller through reaches further. */
export const ownOnly = (grants: readonly Grant[], caller: Caller): boolean =>
  grants.filter((grant) => applies(grant, caller)).every(({ relation }) => relation === 'own' || relation === 'self');

/** Headers of a page on this site, for the caller's organisation whatever the session has chosen. */
export const headersOf = (caller: Caller | undefined, url: string): Readonly<Record<string, string>> =>
  caller ? { Cookie: caller.signedIn.cookie, Origin: url, 'X-Organisation': caller.organisationId } : {};
