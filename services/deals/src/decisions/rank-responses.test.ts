import type { Scoring } from '@duijie/contracts';
import fc from 'fast-check';
import { rankResponses, totalOf, type RankableResponse } from './rank-responses';
import { scoringFaults } from './scoring-faults';

const response = fc.record({
  id: fc.uuid(),
  organisationId: fc.uuid(),
  organisationName: fc.constant('甲'),
  priceFen: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
  submittedAt: fc.integer({ min: 0, max: 3 }).map((ms) => new Date(ms)),
});
const field = fc.uniqueArray(response, { selector: ({ id }) => id, maxLength: 12 });
/** Responses with whole scores of some criteria whose weights sum to 100. */
const scored = fc
  .tuple(field, fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 4 }))
  .chain(([responses, cuts]) => {
    const edges = [0, ...cuts.toSorted((x, y) => x - y), 100];
    const criteria = edges.slice(1).map((edge, i) => ({ name: `项${i}`, weight: edge - (edges[i] ?? 0) }));
    const points = fc.array(fc.integer({ min: 0, max: 100 }), {
      minLength: criteria.length,
      maxLength: criteria.length,
    });
    return fc.record({
      responses: fc.constant(responses),
      criteria: fc.constant(criteria),
      points: fc.array(points, { minLength: responses.length, maxLength: responses.length }),
    });
  })
  .map(({ responses, criteria, points }): { responses: RankableResponse[]; scoring: Scoring } => ({
    responses,
    scoring: { criteria, scores: responses.map(({ id }, i) => ({ responseId: id, scores: points[i] ?? [] })) },
  }));
const idsOf = (ranked: readonly { responseId: string }[]) => ranked.map(({ responseId }) => responseId);

test.each(['price', 'first_come', 'scored', 'choice', 'none'] as const)(
  'by %s every response stands once, and the order they came in does not matter',
  (evaluation) =>
    fc.assert(
      fc.property(scored, fc.infiniteStream(fc.nat()), ({ responses, scoring }, [seed = 0]) => {
        const ranked = rankResponses(evaluation, responses, scoring);
        expect(idsOf(ranked).toSorted()).toEqual(responses.map(({ id }) => id).toSorted());
        const turned = [...responses.slice(seed % 5), ...responses.slice(0, seed % 5)];
        expect(rankResponses(evaluation, turned, scoring)).toEqual(ranked);
        const ranks = ranked.map(({ rank }) => rank);
        const free = evaluation === 'choice' || evaluation === 'none';
        expect(ranks).toEqual(ranked.map((_, i) => (free ? null : i + 1)));
      }),
    ),
);

test('by price nobody stands before a cheaper one, and those without a price come last', () =>
  fc.assert(
    fc.property(field, (responses) => {
      const prices = rankResponses('price', responses, null).map(({ priceFen }) => priceFen ?? Infinity);
      expect(prices).toEqual(prices.toSorted((x, y) => (x === y ? 0 : x - y)));
    }),
  ));

test('by scores nobody stands before a higher total, equal totals go to the lower price', () =>
  fc.assert(
    fc.property(scored, ({ responses, scoring }) => {
      const ranked = rankResponses('scored', responses, scoring);
      const price = ({ priceFen }: { priceFen: number | null }) => priceFen ?? Infinity;
      const pairs = ranked.slice(1).map((one, i) => [ranked[i] ?? one, one] as const);
      expect(pairs.every(([x, y]) => (x.total ?? 0) >= (y.total ?? 0))).toBe(true);
      expect(pairs.every(([x, y]) => x.total !== y.total || price(x) <= price(y))).toBe(true);
    }),
  ));

test('a total lies between 0 and 10,000, and a point more never lowers it', () =>
  fc.assert(
    fc.property(scored, fc.nat(), ({ responses, scoring }, place) => {
      const [first] = responses;
      fc.pre(first !== undefined);
      const id = first?.id ?? '';
      const total = totalOf(scoring, id) ?? -1;
      expect(total).toBeGreaterThanOrEqual(0);
      expect(total).toBeLessThanOrEqual(10_000);
      const at = place % scoring.criteria.length;
      const more = scoring.scores.map((each) =>
        each.responseId === id
          ? { ...each, scores: each.scores.map((s, i) => (i === at ? Math.min(100, s + 1) : s)) }
          : each,
      );
      expect(totalOf({ ...scoring, scores: more }, id)).toBeGreaterThanOrEqual(total);
    }),
  ));

test('whole scores of everybody have no fault; each way to spoil them has its own', () =>
  fc.assert(
    fc.property(scored, ({ responses, scoring }) => {
      fc.pre(responses.length > 0);
      const eligible = responses.map(({ id }) => id);
      const pointers = (spoilt: Scoring, who = eligible) => scoringFaults(spoilt, who).map(({ pointer }) => pointer);
      expect(pointers(scoring)).toEqual([]);
      expect(pointers({ ...scoring, criteria: [...scoring.criteria, { name: '另一项', weight: 1 }] })).toContain(
        '/scoring/criteria',
      );
      expect(pointers({ ...scoring, scores: scoring.scores.slice(1) })).toEqual(['/scoring/scores']);
      expect(pointers({ ...scoring, scores: [...scoring.scores, ...scoring.scores.slice(0, 1)] })).toEqual([
        `/scoring/scores/${responses.length}/responseId`,
      ]);
      expect(pointers(scoring, eligible.slice(1))).toEqual(['/scoring/scores/0/responseId']);
      const short = { ...scoring, scores: scoring.scores.map((each) => ({ ...each, scores: each.scores.slice(1) })) };
      expect(pointers(short)).toHaveLength(responses.length);
    }),
  ));
