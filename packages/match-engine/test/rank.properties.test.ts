import * as fc from 'fast-check';
import { buildPackageColumns } from '../src/columns/build-package-columns';
import { putPackage } from '../src/columns/put-package';
import { removePackage } from '../src/columns/remove-package';
import { dayNumber } from '../src/day-number';
import { explain } from '../src/ranking/explain';
import { findingsFor } from '../src/ranking/findings-for';
import { rank } from '../src/ranking/rank';
import { suggestedAmong } from '../src/ranking/suggested-among';
import { aTaxonomy } from './a-taxonomy';
import { bruteForce } from './brute-force';
import { crowdedNeed, crowdedPackages, someNeed, somePackages } from './worlds';

jest.setTimeout(60_000);

const taxonomy = aTaxonomy();
const asOfDay = dayNumber('2026-12-01');
const k = fc.constantFrom(0, 1, 3, 10, 100);

describe('rank', () => {
  it('equals brute force in ids, scores and order', () => {
    fc.assert(
      fc.property(somePackages, someNeed, k, (packages, need, most) => {
        const columns = buildPackageColumns(packages, taxonomy);
        const ranked = rank(columns, need, { k: most, asOfDay });
        expect(ranked.map(({ packageId, score }) => ({ packageId, score }))).toEqual(
          bruteForce(columns, need, most, asOfDay),
        );
      }),
      { numRuns: 600 },
    );
  });

  it('equals brute force where many scores are equal and few places are free', () => {
    fc.assert(
      fc.property(crowdedPackages, crowdedNeed, fc.constantFrom(1, 2, 5, 10, 200), (packages, need, most) => {
        const columns = buildPackageColumns(packages, taxonomy);
        const ranked = rank(columns, need, { k: most, asOfDay });
        expect(ranked.map(({ packageId, score }) => ({ packageId, score }))).toEqual(
          bruteForce(columns, need, most, asOfDay),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('never ranks a package lower when its rating rises', () => {
    fc.assert(
      fc.property(crowdedPackages, crowdedNeed, fc.nat({ max: 9 }), (packages, need, at) => {
        const before = rank(buildPackageColumns(packages, taxonomy), need, { k: 200, asOfDay });
        const raised = packages.map((pkg, i) => (i === at ? { ...pkg, rating: { mean: 4.9, count: 30 } } : pkg));
        const after = rank(buildPackageColumns(raised, taxonomy), need, { k: 200, asOfDay });
        const place = (list: typeof before): number => {
          const found = list.findIndex(({ packageId }) => packageId === `p${at}`);
          return found < 0 ? 1000 : found;
        };
        expect(place(after)).toBeLessThanOrEqual(place(before));
      }),
      { numRuns: 200 },
    );
  });

  it('gives integer contributions that sum to the score exactly', () => {
    fc.assert(
      fc.property(somePackages, someNeed, (packages, need) => {
        const columns = buildPackageColumns(packages, taxonomy);
        for (const { id } of packages) {
          const { score, contributions } = explain(columns, need, id, { asOfDay })!;
          expect(contributions.every(({ points }) => Number.isInteger(points))).toBe(true);
          expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBe(score);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(10_000);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('does not depend on the order of the packages', () => {
    const shuffled = somePackages.chain((packages) =>
      fc.tuple(fc.constant(packages), fc.shuffledSubarray(packages, { minLength: packages.length })),
    );
    fc.assert(
      fc.property(shuffled, someNeed, ([packages, others], need) => {
        const options = { k: 10, asOfDay };
        expect(rank(buildPackageColumns(others, taxonomy), need, options)).toEqual(
          rank(buildPackageColumns(packages, taxonomy), need, options),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('is the same after changes in place as after a rebuild', () => {
    const changes = fc.array(fc.tuple(fc.boolean(), fc.nat({ max: 39 })), { maxLength: 30 });
    fc.assert(
      fc.property(somePackages, somePackages, changes, someNeed, (before, after, steps, need) => {
        const columns = buildPackageColumns(before, taxonomy);
        const held = new Map(before.map((pkg) => [pkg.id, pkg]));
        for (const [puts, at] of steps) {
          const pkg = after[at];
          if (puts && pkg) {
            putPackage(columns, pkg);
            held.set(pkg.id, pkg);
          } else {
            removePackage(columns, `p${at}`);
            held.delete(`p${at}`);
          }
        }
        const options = { k: 20, asOfDay };
        const rebuilt = buildPackageColumns([...held.values()], taxonomy);
        expect(rank(columns, need, options)).toEqual(rank(rebuilt, need, options));
      }),
      { numRuns: 300 },
    );
  });

  it('suggests exactly what an explanation calls suggested, at its rank', () => {
    fc.assert(
      fc.property(somePackages, someNeed, (packages, need) => {
        const columns = buildPackageColumns(packages, taxonomy);
        const ranked = rank(columns, need, { k: 100, asOfDay }).map(({ packageId }) => packageId);
        const ids = packages.map(({ id }) => id);
        expect(suggestedAmong(columns, need, ids, { asOfDay })).toEqual(ids.filter((id) => ranked.includes(id)));
        const found = findingsFor(columns, need, ids, { asOfDay });
        for (const id of ids) {
          const { suggested, rank: place, whatWouldChange, findings } = explain(columns, need, id, { asOfDay })!;
          expect(found.get(id)).toEqual(findings);
          expect(suggested).toBe(ranked.includes(id));
          expect(place).toBe(suggested ? ranked.indexOf(id) + 1 : null);
          expect(whatWouldChange.length > 0).toBe(place === null || place > 10);
        }
      }),
      { numRuns: 100 },
    );
  });
});
