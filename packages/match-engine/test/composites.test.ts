import * as fc from 'fast-check';
import { buildPackageColumns } from '../src/columns/build-package-columns';
import type { PackageColumns } from '../src/columns/package-columns';
import { composites } from '../src/composites/composites';
import { type Candidate, candidatesFor } from '../src/composites/candidate';
import { scoreSet } from '../src/composites/score-set';
import { dayNumber } from '../src/day-number';
import type { EngineNeed } from '../src/engine-need';
import { describedNeed } from '../src/ranking/described-need';
import { defaultWeights } from '../src/scoring/default-weights';
import { aNeed } from './a-need';
import { aPackage } from './a-package';
import { aTaxonomy } from './a-taxonomy';
import { someNeed, somePackages } from './worlds';

jest.setTimeout(60_000);

const asOfDay = dayNumber('2026-12-01');
const groupOf = (providerId: string): string => (providerId === 'b' ? 'a' : providerId);
const open = fc.record({
  need: someNeed,
  components: fc.uniqueArray(fc.constantFrom(...aTaxonomy().codes), { minLength: 1, maxLength: 4 }),
  packages: somePackages.map((packages) => packages.slice(0, 14)),
});

describe('composites', () => {
  it('finds the best sets of all, whose contributions sum to the score', () => {
    fc.assert(
      fc.property(open, fc.constantFrom(1, 3, 8), ({ need, components, packages }, k) => {
        const asked = { ...need, components: components.map((code) => ({ code })) };
        const columns = buildPackageColumns(packages, aTaxonomy());
        const { sets, proven } = composites(columns, asked, { k, asOfDay, groupOf });
        expect(proven).toBe(true);
        expect(sets.map(({ score }) => score)).toEqual(allScores(columns, asked).slice(0, k));
        for (const { score, contributions } of sets)
          expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBe(score);
      }),
      { numRuns: 300 },
    );
  });

  it('says how good a set it may have missed where the search was broken off', () => {
    fc.assert(
      fc.property(open, fc.nat({ max: 12 }), ({ need, components, packages }, mostSteps) => {
        const asked = { ...need, components: components.map((code) => ({ code })) };
        const columns = buildPackageColumns(packages, aTaxonomy());
        const { sets, bound } = composites(columns, asked, { k: 1, asOfDay, groupOf, mostSteps });
        const best = allScores(columns, asked)[0] ?? 0;
        expect(best).toBeLessThanOrEqual(Math.max(bound, sets[0]?.score ?? 0));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the component that a licence belongs to a member that holds it', () => {
    const licence = { name: '特种设备安装改造维修许可', component: null };
    const both = ['facility.elevator', 'governance.deliberation'];
    const asked = aNeed({ components: both.map((code) => ({ code })), requiredQualifications: [licence] });
    const held = { qualifications: [{ name: licence.name, expires: null }] };
    const columns = buildPackageColumns(
      [
        aPackage({ id: 'unlicensed', providerId: 'u', categories: both }),
        aPackage({ id: 'licensed', providerId: 'l', categories: ['facility.elevator'], ...held }),
      ],
      aTaxonomy(),
    );
    const { sets } = composites(columns, asked, { k: 1, asOfDay, groupOf });
    const doing = (leaf: string) =>
      sets[0]!.members.filter(({ components }) => components.includes(leaf)).map(({ packageId }) => packageId);
    expect(doing('facility.elevator')).toEqual(['licensed']);
    expect(doing('governance.deliberation')).toEqual(['unlicensed']);
  });

  it('prefers one group and what the budget pays for', () => {
    const custody = { categories: ['property.custody'], title: '物业应急托管' };
    const lift = { categories: ['facility.elevator'], title: '加装电梯' };
    const fixed = (yuan: number) => ({ model: 'fixed' as const, minFen: yuan * 100, maxFen: yuan * 100 });
    const columns = buildPackageColumns(
      [
        aPackage({ id: 'p1', providerId: 'a', ...custody, price: fixed(30_000) }),
        aPackage({ id: 'p2', providerId: 'b', ...lift, price: fixed(40_000) }),
        aPackage({ id: 'p3', providerId: 'c', ...lift, price: fixed(40_000) }),
        aPackage({ id: 'p4', providerId: 'b', ...lift, price: fixed(95_000) }),
      ],
      aTaxonomy(),
    );
    const need = aNeed({ components: [{ code: 'property.custody' }, { code: 'facility.elevator' }] });
    const { sets } = composites(columns, need, { k: 10, asOfDay, groupOf });
    const idsOf = (at: number): string[] => sets[at]!.members.map(({ packageId }) => packageId).toSorted();
    expect(idsOf(0)).toEqual(['p1', 'p2']);
    expect(sets[0]).toMatchObject({ oneGroup: true, costFen: 7_000_000, missing: [] });
    expect(idsOf(1)).toEqual(['p1', 'p3']);
    expect(idsOf(2)).toEqual(['p1', 'p4']);
  });
});

/** Scores of all sets of one to four packages in which each brings something that no other does, best first. */
function allScores(columns: PackageColumns, need: EngineNeed): number[] {
  const prepared = describedNeed(columns, need, defaultWeights, asOfDay);
  const candidates = candidatesFor(prepared, columns, defaultWeights, groupOf);
  const scores: number[] = [];
  const from = (at: number, members: readonly Candidate[]): void => {
    const own = (member: Candidate): number =>
      members.reduce((bits, other) => (other === member ? bits : bits & ~other.brings), member.brings);
    if (members.length > 0 && members.every((member) => own(member) !== 0))
      scores.push(scoreSet(prepared, members).score);
    if (members.length === 4) return;
    for (let next = at; next < candidates.length; next++) from(next + 1, [...members, candidates[next]!]);
  };
  from(0, []);
  return scores.toSorted((a, b) => b - a);
}
