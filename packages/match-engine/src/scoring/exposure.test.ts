import { aNeed } from '../../test/a-need';
import { aPackage } from '../../test/a-package';
import { aTaxonomy } from '../../test/a-taxonomy';
import { buildPackageColumns } from '../columns/build-package-columns';
import { rank } from '../ranking/rank';
import { defaultWeights } from './default-weights';

/** Points of exposure of a known provider's package, and its score with what it is made of. */
const ranked = (owed: number | undefined) => {
  const pkg = aPackage({
    id: 'p',
    rating: { mean: 4.5, count: 40 },
    ...(owed === undefined ? {} : { exposureOwedPermille: owed }),
  });
  const [one] = rank(buildPackageColumns([pkg], aTaxonomy()), aNeed({}), { k: 1, asOfDay: '2026-12-01' });
  return {
    score: one!.score,
    sum: one!.contributions.reduce((all, { points }) => all + points, 0),
    exposure: one!.contributions.find(({ part }) => part === 'exposure')?.points ?? 0,
  };
};

describe('exposure', () => {
  it('corrects what a provider was shown too little, and the contributions still sum to the score', () => {
    expect(ranked(undefined).exposure).toBe(0);
    const corrected = ranked(400);
    expect(corrected.exposure).toBe((defaultWeights.points.exposure * 400) / 1000);
    expect(corrected.score).toBe(ranked(0).score + corrected.exposure);
    expect(corrected.sum).toBe(corrected.score);
    expect(ranked(5000).exposure).toBe(defaultWeights.points.exposure);
  });
});
