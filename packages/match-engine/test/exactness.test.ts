import { buildPackageColumns } from '../src/columns/build-package-columns';
import { dayNumber } from '../src/day-number';
import type { EngineNeed } from '../src/engine-need';
import type { EnginePackage } from '../src/engine-package';
import { bestOf } from '../src/ranking/best-of';
import { readNeed } from '../src/ranking/read-need';
import { buildTaxonomyIndex } from '../src/taxonomy/build-taxonomy-index';
import { aNeed } from './a-need';
import { aPackage } from './a-package';
import { bruteForce } from './brute-force';

/** Needs looked at in each world: a few in `npm test`, 10,000 (30,000 in all) by `MATCH_EXACTNESS=10000 npx jest … exactness`. */
const NEEDS = Number(process.env['MATCH_EXACTNESS'] ?? 60);
const PACKAGES = 4000;
const asOfDay = dayNumber('2026-12-01');

jest.setTimeout(60 * 60_000);

// Few different words, ratings and prices, so that ties are heavy; blocks of 40, 200 and 800 packages.
describe.each([
  { selectivity: '1 %', services: 10, districts: 10 },
  { selectivity: '5 %', services: 5, districts: 4 },
  { selectivity: '20 %', services: 5, districts: 1 },
])('pruned ranking at $selectivity', ({ services, districts }) => {
  it('equals brute force in ids, scores and order', () => {
    const random = randomOf(services * districts);
    const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
    const codes = Array.from({ length: services }, (_, i) => `g${i % 3}.s${i}`);
    const areas = Array.from({ length: districts }, (_, i) => `d${i}`);
    const text = (most: number): string =>
      Array.from(
        { length: Math.floor(random() * (most + 1)) },
        () => `词${WORDS[Math.floor(random() ** 2 * WORDS.length)]!}`,
      ).join(',');
    const taxonomy = buildTaxonomyIndex(
      codes.map((code) => ({ code, zh: code, synonyms: [], groupCode: code.slice(0, 2) })),
      [],
    );
    const somePackage = (i: number): EnginePackage =>
      aPackage({
        id: `p${i}`,
        providerId: pick(['a', 'b', 'c']),
        title: text(1),
        description: text(8),
        categories: random() < 0.7 ? [pick(codes)] : [...new Set([pick(codes), pick(codes)])],
        kind: pick(['property_firm', 'social_org']),
        district: pick(areas),
        rating: pick([
          { mean: null, count: 0 },
          { mean: 4.5, count: 20 },
          { mean: 2.2, count: 30 },
        ]),
        serviceArea: { kind: 'districts', districts: random() < 0.1 ? [] : [pick(areas)] },
        price: pick([
          { model: 'fixed', minFen: 5_000_000, maxFen: 9_000_000 },
          { model: 'fixed', minFen: 11_000_000, maxFen: 12_000_000 },
          { model: 'free', minFen: 0, maxFen: 0 },
        ]),
        capacityUsed: pick([0, 0, 0, 3]),
        verified: random() < 0.95,
      });
    const columns = buildPackageColumns(
      Array.from({ length: PACKAGES }, (_, i) => somePackage(i)),
      taxonomy,
    );
    const someNeed = (i: number): EngineNeed =>
      aNeed({
        id: `n${i}`,
        title: text(1),
        description: random() < 0.1 ? '' : text(6),
        components: Array.from({ length: 1 + Math.floor(random() * 2) }, () => ({ code: pick(codes) })),
        place: { district: random() < 0.05 ? null : pick(areas), subdistrict: null, lng: null, lat: null },
        eligibleKinds: random() < 0.3 ? ['property_firm'] : [],
        excludedOrganisationIds: random() < 0.1 ? ['a'] : [],
      });
    for (let i = 0; i < NEEDS; i++) {
      const need = someNeed(i);
      const k = pick([1, 5, 20, 1000]);
      const pruned = bestOf(columns, readNeed(columns, need), { k, asOfDay });
      expect(pruned).toEqual(bruteForce(columns, need, k, asOfDay));
    }
  });
});

const WORDS = Array.from({ length: 40 }, (_, i) => String.fromCharCode(0x5000 + i));

function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
