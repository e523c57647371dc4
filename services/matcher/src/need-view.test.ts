import { matcherPolicy, type Actor, type NeedBody } from '@duijie/contracts';
import { NotFound, applicableGrants, serviceContext } from '@duijie/service-kit';
import { aPerson } from '@duijie/testkit';
import { needView } from './need-view';
import type { NeedSubject } from './persistence/subjects.read-model';

const owner = aPerson('community');
const organisationId = owner.actingFor?.organisationId ?? '';
const subject = (state: NeedBody['state']): NeedSubject => ({
  body: { state, organisationId, place: { district: '锦江区', subdistrict: '牛市口街道' } } as NeedBody,
  sequence: 1,
  open: true,
  matchedAt: null,
  upToDate: false,
});
const view = (actor: Actor, state: NeedBody['state']): string | null => {
  try {
    const ctx = { ...serviceContext('test'), actor, grants: applicableGrants(matcherPolicy.listNeedMatches, actor) };
    return needView(ctx, subject(state)).onlyProviderId;
  } catch (error) {
    if (error instanceof NotFound) return 'nothing';
    throw error;
  }
};
const area = { district: '锦江区', subdistrict: '牛市口街道' };
const firm = aPerson('property_firm');

test('a draft is seen by its own organisation only', () => {
  expect(view(owner, 'draft')).toBeNull();
  for (const actor of [
    aPerson('community'),
    aPerson('association', 'broker'),
    aPerson('subdistrict', 'officer', area),
    firm,
  ])
    expect(view(actor, 'draft')).toBe('nothing');
});

test('what waits for screening is seen by officers of the area and brokers, not by providers', () => {
  expect(view(aPerson('association', 'broker'), 'submitted')).toBeNull();
  expect(view(aPerson('subdistrict', 'officer', area), 'submitted')).toBeNull();
  expect(view(aPerson('subdistrict', 'officer', { ...area, subdistrict: '春熙路街道' }), 'submitted')).toBe('nothing');
  expect(view(firm, 'submitted')).toBe('nothing');
});

test('of a published need a provider sees its own pairs, another community nothing', () => {
  expect(view(firm, 'published')).toBe(firm.actingFor?.organisationId);
  expect(view(aPerson('community'), 'published')).toBe('nothing');
  expect(view(firm, 'withdrawn')).toBe('nothing');
});
