import * as fc from 'fast-check';
import { buildPackageColumns } from '../src/columns/build-package-columns';
import { dayNumber } from '../src/day-number';
import { bestOf } from '../src/ranking/best-of';
import { readNeed } from '../src/ranking/read-need';
import { defaultWeights } from '../src/scoring/default-weights';
import { openColumns } from '../src/snapshot/open-columns';
import { rankShared } from '../src/snapshot/rank-shared';
import { shareColumns } from '../src/snapshot/share-columns';
import { shareNeeds } from '../src/snapshot/shared-needs';
import { aTaxonomy } from './a-taxonomy';
import { someNeed, somePackages } from './worlds';

jest.setTimeout(60_000);

describe('rankShared', () => {
  it('gives what the index gives, in whatever parts the needs are taken', () => {
    const needsOf = fc.array(someNeed, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(somePackages, needsOf, fc.nat({ max: 6 }), (packages, needs, cut) => {
        const asOfDay = dayNumber('2026-12-01');
        const columns = buildPackageColumns(packages, aTaxonomy());
        const facts = needs.map((need) => readNeed(columns, need));
        // As another thread gets it: plain data, arrays in shared memory.
        const shared = structuredClone(shareColumns(columns, defaultWeights));
        const sharedNeeds = structuredClone(shareNeeds(facts));
        const opened = openColumns(shared);
        const [rows, scores] = [0, 0].map(() => new Int32Array(needs.length * 5));
        const middle = Math.min(cut, needs.length);
        for (const [from, to] of [
          [middle, needs.length],
          [0, middle],
        ] as const)
          rankShared(opened, sharedNeeds, { k: 5, asOfDay, weights: shared.weights, from, to }, rows!, scores!);
        facts.forEach((need, at) => {
          const listed = [...rows!.subarray(at * 5, at * 5 + 5)].flatMap((row, place) =>
            row < 0
              ? []
              : [{ packageId: columns.packages[shared.original[row]!]!.id, score: scores![at * 5 + place]! }],
          );
          expect(listed).toEqual(bestOf(columns, need, { k: 5, asOfDay }));
        });
      }),
      { numRuns: 300 },
    );
  });
});
