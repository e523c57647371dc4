import { aNeed } from '../test/facts';
import { conflictWall } from './conflict-wall';
import { engineNeedOf } from './to-engine';

const component = (code: string, source: 'given' | 'proposed' | 'confirmed', confidence = 1) => ({
  code,
  source,
  confidence,
  evidence: [],
});
const nobody = { excluded: [], flagged: [] };
const read = (facts: Parameters<typeof aNeed>[0]) => engineNeedOf(aNeed(facts), nobody);

test('the engine is told what a person gave or confirmed, never what the system proposed', () => {
  const components = [
    component('facility.fire', 'given'),
    component('facility.elevator', 'proposed', 0.8),
    component('facility.green', 'confirmed'),
  ];
  expect(read({ components }).components.map(({ code }) => code)).toEqual(['facility.fire', 'facility.green']);
});

test('categories that only repeat the proposal are no evidence; chosen ones are', () => {
  const codes = ['facility.elevator', 'facility.fire', 'facility.green', 'facility.waste'];
  const components = codes.map((code) => component(code, 'proposed', 0.7));
  expect(read({ components, categories: codes.slice(0, 3) })).toMatchObject({ components: [], categories: [] });
  expect(read({ components, categories: ['facility.fire'] }).categories).toEqual(['facility.fire']);
  expect(read({ components: [component('facility.fire', 'given')], categories: ['facility.fire'] }).categories).toEqual(
    ['facility.fire'],
  );
});

test('an association behind the wall is flagged, others are excluded; who is excluded by name stays so', () => {
  const need = { excludedOrganisationIds: ['a', 'added'], flaggedOrganisationIds: ['b', 'added'] };
  const drafters = [
    { id: 'c', isAssociation: false },
    { id: 'd', isAssociation: true },
  ];
  expect(conflictWall(need, drafters)).toEqual({ excluded: ['a', 'added', 'c'], flagged: ['b', 'd'] });
});
