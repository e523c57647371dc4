import * as fc from 'fast-check';
import { certify } from '../src/certificate/certify';
import { checkCertificate } from '../src/certificate/check-certificate';
import { solveRound } from '../src/solver/solve-round';
import { roundOf, someRound } from './some-round';

describe('checkCertificate', () => {
  it('refuses a round from which a pair of worth was taken, whatever sum is claimed', () => {
    fc.assert(
      fc.property(someRound, fc.nat(), (shape, pick) => {
        const round = roundOf(shape);
        const certificate = certify(solveRound(round).state);
        const worth = Array.from(certificate.chosen).filter((e) => round.weight[e]! > 0);
        fc.pre(worth.length > 0);
        const out = worth[pick % worth.length]!;
        const chosen = certificate.chosen.filter((e) => e !== out);
        const objective = certificate.objective - BigInt(round.weight[out]!);
        const kinds = checkCertificate(round, { ...certificate, chosen, objective }).faults.map(({ kind }) => kind);
        expect(kinds).toContain('not_optimal');
      }),
    );
  });

  it('refuses a pair more than a cap allows, a pair chosen twice, and one that may not be', () => {
    fc.assert(
      fc.property(someRound, fc.nat(), (shape, pick) => {
        const round = roundOf(shape);
        fc.pre(round.packageOf.length > 0);
        const certificate = certify(solveRound(round).state);
        const more = pick % round.packageOf.length;
        fc.pre(round.weight[more]! !== 0);
        const chosen = Int32Array.from([...certificate.chosen, more]);
        const verdict = checkCertificate(round, { ...certificate, chosen });
        expect(verdict.faults).not.toEqual([]);
      }),
    );
  });

  it('refuses prices that prove less than is claimed', () => {
    fc.assert(
      fc.property(someRound, fc.nat(), fc.integer({ min: 1, max: 9 }), (shape, pick, step) => {
        const round = roundOf(shape);
        const certificate = certify(solveRound(round).state);
        const needGain = certificate.needGain.slice();
        const i = pick % round.needCount;
        fc.pre(round.demand[i]! > 0);
        // More than any pair can bring the need: its term grows and nothing shrinks.
        needGain[i] = 2 ** 41 + step;
        const kinds = checkCertificate(round, { ...certificate, needGain }).faults.map(({ kind }) => kind);
        expect(kinds).toEqual(['not_optimal']);
      }),
    );
  });
});
