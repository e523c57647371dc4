import * as fc from 'fast-check';
import { certify } from '../src/certificate/certify';
import { checkCertificate } from '../src/certificate/check-certificate';
import { solveRound } from '../src/solver/solve-round';
import { highsOptimum } from './highs-optimum';
import { roundOf, someRound, someRoundWithFloors } from './some-round';

jest.setTimeout(600_000);

/** `ROUND_RUNS=2000 npx jest …` for the full number. */
const numRuns = Number(process.env.ROUND_RUNS ?? 80);

describe('solveRound', () => {
  it('finds the optimum of HiGHS, and proves it', async () => {
    await fc.assert(
      fc.asyncProperty(someRound, async (shape) => {
        const round = roundOf(shape);
        const { state, unmet } = solveRound(round);
        expect(unmet).toEqual([]);
        const verdict = checkCertificate(round, certify(state));
        expect(verdict.faults).toEqual([]);
        expect(Number(verdict.objective)).toBe(await highsOptimum(round));
      }),
      { numRuns },
    );
  });

  it('keeps floors and what must be served, or says that they cannot be kept', async () => {
    let solved = 0;
    await fc.assert(
      fc.asyncProperty(someRoundWithFloors, async (shape) => {
        const round = roundOf(shape);
        const { state, unmet } = solveRound(round);
        const best = await highsOptimum(round);
        expect(unmet.length > 0).toBe(best === null);
        if (best === null) return;
        solved++;
        const verdict = checkCertificate(round, certify(state));
        expect(verdict.faults).toEqual([]);
        expect(Number(verdict.objective)).toBe(best);
      }),
      { numRuns },
    );
    expect(solved).toBeGreaterThan(numRuns / 20);
  });
});
