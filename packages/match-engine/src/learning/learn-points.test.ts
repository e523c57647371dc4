import { SCORE_PARTS, type ScorePart } from '../ranked';
import { defaultWeights } from '../scoring/default-weights';
import { weightsFaults } from '../scoring/weights-faults';
import type { JudgedNeed } from './judged-need';
import { learnPoints } from './learn-points';
import { orderFigures } from './order-figures';

const random = (seed: number) => () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;

/** Past needs whose people choose by `wanted` alone. */
function pastNeeds(count: number, wanted: (permille: Record<ScorePart, number>) => number): JudgedNeed[] {
  const next = random(11);
  return Array.from({ length: count }, (_, n) => {
    const pairs = Array.from({ length: 6 }, (_unused, i) => ({
      packageId: `p${n}-${i}`,
      permille: Object.fromEntries(
        SCORE_PARTS.map((part) => [part, part === 'limits' ? 0 : Math.floor(next() * 1000)]),
      ) as Record<ScorePart, number>,
    }));
    const best = pairs.toSorted((a, b) => wanted(b.permille) - wanted(a.permille))[0];
    return { needId: `n${n}`, pairs: pairs.map((pair) => ({ ...pair, grade: pair === best ? 3 : 0 })) };
  });
}

describe('learnPoints', () => {
  it('gives more to the part that people choose by, holds on needs not seen, and stays a valid set of weights', () => {
    const needs = pastNeeds(120, ({ track_record, coverage }) => 3 * track_record + coverage);
    const learnt = learnPoints(needs, defaultWeights.points);
    expect(learnt).not.toBeNull();
    expect(learnt!.points.track_record).toBeGreaterThan(defaultWeights.points.track_record);
    expect(learnt!.heldOut.learnt.ndcg10).toBeGreaterThan(learnt!.heldOut.inForce.ndcg10);
    expect(weightsFaults({ ...defaultWeights, points: learnt!.points })).toEqual([]);
    for (const part of SCORE_PARTS)
      expect(learnt!.points[part]).toBeLessThanOrEqual(2 * defaultWeights.points[part] + 1);
  });

  it('is silent while there are too few needs, or needs that tell nothing', () => {
    const needs = pastNeeds(29, ({ coverage }) => coverage);
    expect(learnPoints(needs, defaultWeights.points)).toBeNull();
    const alike = pastNeeds(90, ({ coverage }) => coverage).map((need) => ({
      ...need,
      pairs: need.pairs.map((pair) => ({ ...pair, grade: 0 })),
    }));
    expect(learnPoints(alike, defaultWeights.points)).toBeNull();
  });

  it('gives the same points whatever the order of the needs', () => {
    const needs = pastNeeds(60, ({ price }) => price);
    expect(learnPoints(needs.toReversed(), defaultWeights.points)).toEqual(learnPoints(needs, defaultWeights.points));
  });
});

describe('orderFigures', () => {
  it('is 1 where the wanted stands first and less where it does not', () => {
    const zero = Object.fromEntries(SCORE_PARTS.map((part) => [part, 0])) as Record<ScorePart, number>;
    const need = (wanted: number, other: number): JudgedNeed => ({
      needId: 'n',
      pairs: [
        { packageId: 'a', grade: 3, permille: { ...zero, words: wanted } },
        { packageId: 'b', grade: 0, permille: { ...zero, words: other } },
      ],
    });
    expect(orderFigures([need(900, 100)], defaultWeights.points)).toMatchObject({ needs: 1, ndcg10: 1, p1: 1 });
    const wrong = orderFigures([need(100, 900)], defaultWeights.points);
    expect(wrong!.p1).toBe(0);
    expect(wrong!.ndcg10).toBeCloseTo(1 / Math.log2(3));
    expect(orderFigures([], defaultWeights.points)).toBeNull();
  });
});

describe('weightsFaults', () => {
  it('names what is out of its bounds, and a total that is not 10000', () => {
    expect(weightsFaults(defaultWeights)).toEqual([]);
    const points = { ...defaultWeights.points, words: defaultWeights.points.words + 1 };
    expect(weightsFaults({ ...defaultWeights, points })).toEqual([{ kind: 'total', total: 10_001 }]);
    expect(weightsFaults({ ...defaultWeights, wordsHalf: 0 })).toMatchObject([{ kind: 'value', name: 'wordsHalf' }]);
  });
});
