import { aNeed } from '../../test/a-need';
import { aPackage } from '../../test/a-package';
import { aTaxonomy } from '../../test/a-taxonomy';
import { buildPackageColumns } from '../columns/build-package-columns';
import { explain } from '../ranking/explain';
import { rank } from '../ranking/rank';
import { defaultWeights } from './default-weights';

const asOfDay = '2026-12-01';
const columns = buildPackageColumns([aPackage({ id: 'p', updatedAt: asOfDay })], aTaxonomy());
const [best] = rank(columns, aNeed({}), { k: 1, asOfDay });
const fresh = defaultWeights.points.freshness;
const withLeast = (leastScore: number) => ({ asOfDay, weights: { ...defaultWeights, leastScore } });

describe('the least score', () => {
  it('is asked of the score apart from freshness, by the ranking and by the explanation', () => {
    const bare = best!.score - fresh;
    expect(rank(columns, aNeed({}), { k: 1, ...withLeast(bare) })).toHaveLength(1);
    expect(rank(columns, aNeed({}), { k: 1, ...withLeast(bare + 1) })).toHaveLength(0);
    expect(explain(columns, aNeed({}), 'p', withLeast(bare))).toMatchObject({ suggested: true, score: best!.score });
    expect(explain(columns, aNeed({}), 'p', withLeast(bare + 1))).toMatchObject({
      suggested: false,
      whatWouldChange: expect.arrayContaining([expect.objectContaining({ kind: 'raise_score', points: 1 })]),
    });
  });
});
