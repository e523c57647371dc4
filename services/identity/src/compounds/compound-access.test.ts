import { aPerson } from '@duijie/testkit';
import { serviceContext, type Context } from '@duijie/service-kit';
import { answersFor } from './compound-access';

const compound = { district: '锦江区', subdistrict: '牛市口街道', committeeId: 'committee' };
const communities = [{ community: '得胜社区', organisationId: 'community' }];
const as = (...person: Parameters<typeof aPerson>): Context => ({
  ...serviceContext('test'),
  actor: aPerson(...person),
});
const answers = (ctx: Context): boolean => answersFor(ctx, compound, communities);

test.each<[string, Parameters<typeof aPerson>, boolean]>([
  ['its community', ['community', 'editor', { organisationId: 'community' }], true],
  ['another community', ['community', 'owner', { organisationId: 'other' }], false],
  ['its committee', ['owners_committee', 'owner', { organisationId: 'committee' }], true],
  [
    'an officer of its subdistrict',
    ['subdistrict', 'officer', { district: '锦江区', subdistrict: '牛市口街道' }],
    true,
  ],
  [
    'an officer of another subdistrict',
    ['subdistrict', 'officer', { district: '锦江区', subdistrict: '书院街街道' }],
    false,
  ],
  ['an officer of its district', ['department', 'officer', { district: '锦江区' }], true],
  [
    'a suspended subdistrict',
    ['subdistrict', 'officer', { district: '锦江区', subdistrict: '牛市口街道', verification: 'suspended' }],
    false,
  ],
  ['a broker', ['association', 'broker'], true],
  ['a viewer of the association', ['association', 'viewer'], false],
  ['a firm', ['property_firm', 'owner', { organisationId: 'community' }], false],
])('%s: %#', (_who, person, expected) => {
  expect(answers(as(...person))).toBe(expected);
});
