import { aNeed } from '../../test/a-need';
import { aPackage } from '../../test/a-package';
import { aTaxonomy } from '../../test/a-taxonomy';
import { buildPackageColumns } from '../columns/build-package-columns';
import { reasonText } from '../reason-text';
import { explain } from './explain';

const taxonomy = aTaxonomy();
const options = { asOfDay: '2026-12-01' };

describe('explain', () => {
  it('says nothing of a package that it does not hold', () => {
    expect(explain(buildPackageColumns([], taxonomy), aNeed(), 'package-1', options)).toBeNull();
  });

  it('asks for no change of what stands in the first ten', () => {
    const explanation = explain(buildPackageColumns([aPackage()], taxonomy), aNeed(), 'package-1', options)!;
    expect(explanation).toMatchObject({ eligible: true, suggested: true, rank: 1, whatWouldChange: [] });
    expect(explanation.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['coverage.full', 'words.shared', 'price.within', 'track.rated']),
    );
  });

  it('names every rule to cure, and gives the score that it would have', () => {
    const columns = buildPackageColumns([aPackage({ published: false, capacityUsed: 3 })], taxonomy);
    const explanation = explain(columns, aNeed(), 'package-1', options)!;
    expect(explanation.eligible).toBe(false);
    expect(explanation.score).toBeGreaterThan(5000);
    expect(explanation.whatWouldChange.map(({ rule }) => rule)).toEqual(['published', 'capacity']);
  });

  it('names the points that are missing to the first ten', () => {
    const good = Array.from({ length: 10 }, (_, i) => aPackage({ id: `good-${i}` }));
    const columns = buildPackageColumns([...good, aPackage({ rating: { mean: 3.5, count: 90 } })], taxonomy);
    const { rank, whatWouldChange, score } = explain(columns, aNeed(), 'package-1', options)!;
    const tenth = explain(columns, aNeed(), 'good-0', options)!.score;
    expect(rank).toBe(11);
    expect(whatWouldChange).toHaveLength(1);
    expect(whatWouldChange[0]).toMatchObject({ kind: 'raise_score', points: tenth + 1 - score });
  });

  it('names the least price cut, or the services besides, that would be enough by themselves', () => {
    const good = Array.from({ length: 10 }, (_, i) => aPackage({ id: `good-${i}` }));
    const price = { model: 'fixed', minFen: 14_000_000, maxFen: 14_000_000 } as const;
    const dear = buildPackageColumns([...good, aPackage({ price })], taxonomy);
    const ask = (columns: typeof dear) => explain(columns, aNeed(), 'package-1', options)!;
    const rated = { rating: { mean: 5, count: 400 }, completed: 400 };
    const columns = buildPackageColumns([...good, aPackage({ ...rated, price })], taxonomy);
    const cut = ask(columns).whatWouldChange.find(({ kind }) => kind === 'lower_price')!;
    expect(reasonText(cut.reason, 'zh')).toMatch(/^报价降到[\d.]+万元起就够了$/);
    const toFen = Number(cut.reason.params['toFen']);
    const cheaper = aPackage({ ...rated, price: { ...price, minFen: toFen, maxFen: toFen } });
    expect(ask(buildPackageColumns([...good, cheaper], taxonomy)).rank).toBeLessThanOrEqual(10);
    const nearly = { ...price, minFen: toFen + 140_000, maxFen: toFen + 140_000 };
    expect(ask(buildPackageColumns([...good, aPackage({ ...rated, price: nearly })], taxonomy)).rank).toBe(11);
    // The index is left as it was.
    expect(ask(columns)).toEqual(ask(buildPackageColumns([...good, aPackage({ ...rated, price })], taxonomy)));
  });

  it('tells of a price far beyond the budget', () => {
    const price = { model: 'fixed', minFen: 90_000_000, maxFen: 90_000_000 } as const;
    const columns = buildPackageColumns([aPackage({ price })], taxonomy);
    const change = explain(columns, aNeed(), 'package-1', options)!.whatWouldChange[0]!;
    expect(change.kind).toBe('lower_price');
    expect(reasonText(change.reason, 'zh')).toBe('最低价远超预算（10万元）');
    expect(reasonText(change.reason, 'en')).toContain('100,000 yuan');
  });

  it('tells of services and words that are missing', () => {
    const other = aPackage({ categories: ['support.legal'], title: '律师坐诊', description: '婚姻、继承' });
    const columns = buildPackageColumns([other], taxonomy);
    const { whatWouldChange } = explain(columns, aNeed(), 'package-1', options)!;
    expect(whatWouldChange.map(({ kind }) => kind)).toEqual(['add_service', 'describe_service', 'raise_score']);
  });

  it('tells of a dismissal', () => {
    const columns = buildPackageColumns([aPackage()], taxonomy);
    const explanation = explain(columns, aNeed(), 'package-1', { ...options, without: new Set(['package-1']) })!;
    expect(explanation).toMatchObject({ eligible: true, suggested: false, rank: null });
    expect(explanation.whatWouldChange.map(({ kind }) => kind)).toEqual(['bring_back']);
  });
});
