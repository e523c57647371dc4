import type { ActingFor, Actor, MemberRole, OrganisationKind } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { actorHeader, createActorTokens } from '@duijie/service-kit';

/** A signed-in person. @param kind of the organisation acted for @param role there @param overrides of the organisation's facts */
export function aPerson(
  kind: OrganisationKind,
  role: MemberRole = 'owner',
  overrides: Partial<ActingFor> = {},
): Extract<Actor, { type: 'person' }> {
  return {
    type: 'person',
    personId: newId(Date.now()),
    name: '测试用户',
    credentialId: newId(Date.now()),
    actingFor: {
      organisationId: newId(Date.now()),
      organisationName: '测试机构',
      kind,
      role,
      verification: 'verified',
      district: null,
      subdistrict: null,
      ...overrides,
    },
    inPlaceOf: null,
  };
}
export const anonymous: Actor = { type: 'anonymous' };

/** Headers that a gateway would add for `actor`, for supertest against a service without gateway. */
export function actorHeaders(environment: Readonly<Record<string, string>>, actor: Actor): Record<string, string> {
  return { [actorHeader]: createActorTokens(environment['DUIJIE_SECRET'] ?? '', () => Date.now()).sign(actor) };
}
