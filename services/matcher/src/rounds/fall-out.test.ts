import { fallOut, type ChosenPair, type WorldNow } from './fall-out';
import type { PackageFact } from './persistence/round-facts.read-model';

const pair = (needId: string, packageId: string, score: number): ChosenPair => ({
  needId,
  packageId,
  providerId: `of-${packageId}`,
  score,
});
const pkg = (capacity: number, used: number, facts: Partial<PackageFact['body']> = {}): PackageFact => ({
  body: { state: 'published', capacity, ...facts } as PackageFact['body'],
  used,
  provider: null,
});
const world = (facts: Partial<WorldNow> = {}): WorldNow => ({
  needs: new Map(['n1', 'n2', 'n3'].map((id) => [id, { state: 'published' }])),
  packages: new Map([['p', pkg(3, 0)]]),
  walls: new Map(),
  dismissed: new Set(),
  unfit: new Map(),
  progress: new Map(),
  ...facts,
});
const chosen = [pair('n1', 'p', 10), pair('n2', 'p', 30), pair('n3', 'p', 20)];

test('nothing falls out while everything holds', () => {
  expect(fallOut(chosen, world()).size).toBe(0);
});

test('of a package with less left than it was given, those that score least fall out', () => {
  const out = fallOut(chosen, world({ packages: new Map([['p', pkg(3, 1)]]) }));
  expect([...out.keys()]).toEqual(['n1 p']);
  expect(out.get('n1 p')?.zh).toContain('2');
  expect([...fallOut(chosen, world({ packages: new Map([['p', pkg(3, 5)]]) })).keys()].toSorted()).toEqual([
    'n1 p',
    'n2 p',
    'n3 p',
  ]);
});

test('one that falls out for another reason takes nobody’s place', () => {
  const needs = new Map([
    ['n1', { state: 'published' as const }],
    ['n2', { state: 'awarded' as const }],
    ['n3', { state: 'responding' as const }],
  ]);
  expect([...fallOut(chosen, world({ needs, packages: new Map([['p', pkg(2, 0)]]) })).keys()]).toEqual(['n2 p']);
});

test.each([
  ['the need is gone', { needs: new Map() }, 3],
  ['the package is suspended', { packages: new Map([['p', pkg(3, 0, { state: 'suspended' })]]) }, 3],
  ['the package is unknown', { packages: new Map() }, 3],
  [
    'the provider is suspended',
    { packages: new Map([['p', { ...pkg(3, 0), provider: { verification: 'suspended' } as never }]]) },
    3,
  ],
  ['the wall bars the provider', { walls: new Map([['n1', { excluded: ['of-p'], flagged: [] }]]) }, 1],
  ['somebody dismissed it', { dismissed: new Set(['n2 p']) }, 1],
  ['it was introduced', { progress: new Map([['n3 p', 'introduced' as const]]) }, 1],
  ['a rule no longer holds', { unfit: new Map([['n1 p', { zh: '不行', en: 'no' }]]) }, 1],
])('falls out where %s', (_what, facts: Partial<WorldNow>, count) => {
  expect(fallOut(chosen, world(facts)).size).toBe(count);
});
