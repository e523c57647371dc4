import type { MemberRole, OrganisationKind } from './actor';

/**
 * How the caller must stand to the object, once it is loaded:
 * `any` no further test; `own` it belongs to the organisation acted for; `self` it belongs to the person;
 * `area` it lies in the caller's subdistrict or district; `public` it is visible to everybody.
 */
export type Relation = 'any' | 'own' | 'self' | 'area' | 'public';

/** One way to be allowed. Fields left out do not restrict. */
export interface Grant {
  readonly who: 'anyone' | 'person' | 'member' | 'service';
  readonly kinds?: readonly OrganisationKind[];
  readonly roles?: readonly MemberRole[];
  readonly relation: Relation;
  /** Only while the organisation acted for is verified. */
  readonly verified?: boolean;
}

export const posterKinds = [
  'community',
  'owners_committee',
  'self_management',
  'subdistrict',
] as const satisfies readonly OrganisationKind[];
export const providerKinds = [
  'property_firm',
  'social_org',
  'volunteer_group',
  'social_enterprise',
  'professional_firm',
  'association',
] as const satisfies readonly OrganisationKind[];

export const anyone = (relation: Relation = 'any'): Grant => ({ who: 'anyone', relation });
export const person = (relation: Relation = 'any'): Grant => ({ who: 'person', relation });
/** Anybody who acts for an organisation, in one of `roles` when given. */
export const member = (
  relation: Relation,
  roles?: readonly MemberRole[],
  kinds?: readonly OrganisationKind[],
): Grant => ({
  who: 'member',
  relation,
  ...(roles ? { roles } : {}),
  ...(kinds ? { kinds } : {}),
});
const writers = ['owner', 'editor', 'broker', 'administrator', 'officer'] as const;
/** Those who may write for a posting organisation. */
export const poster = (relation: Relation = 'own'): Grant => member(relation, writers, posterKinds);
/** Those who may write for a provider. */
export const provider = (relation: Relation = 'own'): Grant => member(relation, writers, providerKinds);
export const broker = (relation: Relation = 'any'): Grant =>
  member(relation, ['broker', 'administrator'], ['association']);
export const administrator = (relation: Relation = 'any'): Grant =>
  member(relation, ['administrator'], ['association']);
/** Of a verified body: a pending or suspended one oversees nothing. */
export const officer = (relation: Relation = 'area'): Grant => ({
  ...member(relation, ['officer', 'owner'], ['subdistrict', 'department']),
  verified: true,
});
export const service = (): Grant => ({ who: 'service', relation: 'any' });

/** One line a route: the ways to be allowed; any one suffices. A route without a line does not compile. */
export type PolicyOf<Routes extends Readonly<Record<string, { readonly id: string }>>> = {
  readonly [K in keyof Routes as Routes[K]['id']]: readonly [Grant, ...Grant[]];
};
