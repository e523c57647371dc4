import type { ActingFor, CompoundView } from '@duijie/contracts';
import { blankEntry, changedEntry, entryOf, mayChange, mayEnter } from './compound-entry';

const acting = (part: Partial<ActingFor>): ActingFor => ({
  organisationId: '01990000-0000-7000-8000-000000000001',
  organisationName: '芳草东社区',
  kind: 'community',
  role: 'editor',
  verification: 'verified',
  district: '武侯区',
  subdistrict: '玉林街道',
  ...part,
});
const closedFacts = { collectionRatePercent: 62.5, commonIncomeFenPerYear: 1_200_000, maintenanceFundFen: null };
const {
  collectionRatePercent: _rate,
  commonIncomeFenPerYear: _income,
  maintenanceFundFen: _fund,
  ...openFacts
} = blankEntry({ district: null, subdistrict: null, communities: [] });
const compound: CompoundView = {
  ...openFacts,
  id: '01990000-0000-7000-8000-000000000002',
  version: 3,
  name: '芳草苑',
  type: 'old_courtyard',
  district: '武侯区',
  subdistrict: '玉林街道',
  communities: ['芳草东社区'],
  demo: false,
  closedFacts,
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-01T00:00:00.000Z',
};

test('holds closed facts beside the open ones, and nothing that nobody enters', () => {
  const entry = entryOf(compound);
  expect(entry).toMatchObject({ name: '芳草苑', communities: ['芳草东社区'], ...closedFacts });
  for (const key of ['id', 'version', 'demo', 'closedFacts', 'createdAt', 'updatedAt'])
    expect(entry).not.toHaveProperty(key);
});

test('sends only what was changed, also what was emptied', () => {
  const known = entryOf(compound);
  const now = { ...known, communities: ['芳草东社区', '芳草西社区'], lifts: 4, collectionRatePercent: null };
  expect(changedEntry(known, known)).toEqual({});
  expect(changedEntry(known, now)).toEqual({
    communities: ['芳草东社区', '芳草西社区'],
    lifts: 4,
    collectionRatePercent: null,
  });
});

test('compounds are entered by verified posters who write, and by brokers of the association', () => {
  expect(mayEnter(acting({}))).toBe(true);
  expect(mayEnter(acting({ kind: 'subdistrict', role: 'officer' }))).toBe(true);
  expect(mayEnter(acting({ kind: 'association', role: 'broker' }))).toBe(true);
  for (const part of [
    { role: 'viewer' },
    { verification: 'pending' },
    { kind: 'property_firm', role: 'owner' },
    { kind: 'department', role: 'officer' },
    { kind: 'association', role: 'editor' },
  ] as const)
    expect(mayEnter(acting(part))).toBe(false);
  expect(mayEnter(null)).toBe(false);
});

test('a compound is changed by those who answer for it, a department of the area among them', () => {
  expect(mayChange(acting({}), compound)).toBe(true);
  expect(mayChange(acting({ kind: 'department', role: 'officer' }), compound)).toBe(true);
  expect(mayChange(acting({ kind: 'department', role: 'editor' }), compound)).toBe(false);
  // Whoever does not see the closed facts does not answer for it.
  expect(mayChange(acting({}), { ...compound, closedFacts: null })).toBe(false);
});
