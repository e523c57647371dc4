import {
  anyone,
  broker,
  member,
  officer,
  person,
  poster,
  provider,
  service,
  type Actor,
  type Grant,
  type MemberRole,
  type OrganisationKind,
} from '@duijie/contracts';
import { serviceContext, type Context } from '../context';
import { NotAllowed, NotAuthenticated, NotFound } from '../errors';
import { applicableGrants, requireReach } from './grants';

const organisationId = '018f0000-0000-7000-8000-000000000001';
const someone = (
  kind: OrganisationKind,
  role: MemberRole,
  place: { district?: string; subdistrict?: string; verification?: 'pending' | 'verified' } = {},
): Actor => ({
  type: 'person',
  personId: '018f0000-0000-7000-8000-00000000000a',
  name: '测',
  credentialId: '018f0000-0000-7000-8000-00000000000b',
  inPlaceOf: null,
  actingFor: {
    organisationId,
    organisationName: '测',
    kind,
    role,
    verification: place.verification ?? 'verified',
    district: place.district ?? null,
    subdistrict: place.subdistrict ?? null,
  },
});
const ctxOf = (actor: Actor, grants: readonly Grant[]): Context => ({ ...serviceContext('test'), actor, grants });

test('nobody signed in gets 401, the wrong role 403', () => {
  expect(() => applicableGrants([poster()], { type: 'anonymous' })).toThrow(NotAuthenticated);
  expect(() => applicableGrants([poster()], someone('property_firm', 'owner'))).toThrow(NotAllowed);
  expect(() => applicableGrants([poster()], someone('community', 'viewer'))).toThrow(NotAllowed);
});
test('a service passes only where services are named', () => {
  const actor: Actor = { type: 'service', service: 'gateway' };
  expect(applicableGrants([service()], actor)).toHaveLength(1);
  expect(() => applicableGrants([person(), broker(), member('any')], actor)).toThrow(NotAllowed);
});
test('a grant for verified organisations says why it does not apply', () => {
  const grants = [{ ...provider(), verified: true }];
  expect(applicableGrants(grants, someone('social_org', 'owner'))).toHaveLength(1);
  expect(() => applicableGrants(grants, someone('social_org', 'owner', { verification: 'pending' }))).toThrow(
    expect.objectContaining({ reason: 'organisation.not-verified' }),
  );
});
test('somebody else’s object is not found, a visible one is not allowed', () => {
  const ctx = ctxOf(someone('community', 'owner'), [poster()]);
  expect(() => requireReach(ctx, { organisationId, visible: false })).not.toThrow();
  expect(() => requireReach(ctx, { organisationId: 'another', visible: false })).toThrow(NotFound);
  expect(() => requireReach(ctx, { organisationId: 'another', visible: true })).toThrow(NotAllowed);
});
test('an officer reaches the own area only', () => {
  const ctx = ctxOf(someone('subdistrict', 'officer', { district: '武侯区', subdistrict: '玉林街道' }), [officer()]);
  expect(() => requireReach(ctx, { district: '武侯区', subdistrict: '玉林街道', visible: false })).not.toThrow();
  expect(() => requireReach(ctx, { district: '武侯区', subdistrict: '浆洗街街道', visible: false })).toThrow(NotFound);
  expect(() => requireReach(ctx, { district: '金牛区', subdistrict: '玉林街道', visible: false })).toThrow(NotFound);
});
test('an anonymous reader reaches public objects, and is asked to sign in for the rest that is visible', () => {
  const reader: Actor = { type: 'anonymous' };
  expect(() => requireReach(ctxOf(reader, [anyone('public')]), { visible: true })).not.toThrow();
  expect(() => requireReach(ctxOf(reader, [anyone('public')]), { visible: false })).toThrow(NotFound);
  expect(() => requireReach(ctxOf(reader, [anyone('own')]), { visible: true })).toThrow(NotAuthenticated);
});
