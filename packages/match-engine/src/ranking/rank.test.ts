import { aNeed } from '../../test/a-need';
import { aPackage } from '../../test/a-package';
import { aTaxonomy } from '../../test/a-taxonomy';
import { buildPackageColumns } from '../columns/build-package-columns';
import { putPackage } from '../columns/put-package';
import { removePackage } from '../columns/remove-package';
import type { EnginePackage } from '../engine-package';
import { rank } from './rank';

const taxonomy = aTaxonomy();
const options = { k: 10, asOfDay: '2026-12-01' };

/** Ids in the order of their rank. */
function order(...packages: Partial<EnginePackage>[]): string[] {
  const columns = buildPackageColumns(
    packages.map((changes) => aPackage(changes)),
    taxonomy,
  );
  return rank(columns, aNeed(), options).map(({ packageId }) => packageId);
}

describe('rank', () => {
  it('puts a well rated provider before a poorly rated one', () => {
    expect(order({ id: 'poor', rating: { mean: 2.4, count: 29 } }, { id: 'good' })).toEqual(['good', 'poor']);
  });

  it('puts a price within the budget before one above it', () => {
    const over = { model: 'fixed', minFen: 12_000_000, maxFen: 15_000_000 } as const;
    expect(order({ id: 'over', price: over }, { id: 'within' })).toEqual(['within', 'over']);
  });

  it('gives no bonus for a core service to who screened the need, and suggests it all the same', () => {
    const core = { coreService: 'property.custody' };
    const columns = buildPackageColumns(
      [aPackage({ id: 'screener', providerId: 'screener', ...core }), aPackage({ id: 'other', ...core })],
      taxonomy,
    );
    const list = rank(columns, aNeed({ noBonusProviderIds: ['screener', 'unknown'] }), options);
    expect(list.map(({ packageId }) => packageId)).toEqual(['other', 'screener']);
    const bonus = list.map(({ contributions }) => contributions.filter(({ part }) => part === 'core_service').length);
    expect(bonus).toEqual([1, 0]);
  });

  it('does not suggest what costs twice the budget', () => {
    expect(order({ price: { model: 'fixed', minFen: 20_000_000, maxFen: 30_000_000 } })).toEqual([]);
  });

  it('makes prices by household and month comparable', () => {
    const dear = { model: 'per_household_month', minFen: 20_000, maxFen: 20_000 } as const;
    const fair = { model: 'per_household_month', minFen: 6000, maxFen: 8000 } as const;
    expect(order({ id: 'dear', price: dear }, { id: 'fair', price: fair })).toEqual(['fair']);
  });

  it('does not suggest another service that shares no words', () => {
    expect(order({ title: '律师坐诊', description: '婚姻、继承', categories: ['support.legal'] })).toEqual([]);
  });

  it('breaks ties by the published key, not by the order of arrival', () => {
    const ids = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
    expect(order(...ids)).toEqual(order(...ids.toReversed()));
  });

  it('leaves out what it is told to', () => {
    const columns = buildPackageColumns([aPackage()], taxonomy);
    expect(rank(columns, aNeed(), { ...options, without: new Set(['package-1']) })).toEqual([]);
  });

  it('gives a list only if it holds what it is asked to', () => {
    const columns = buildPackageColumns([aPackage(), aPackage({ id: 'package-2' })], taxonomy);
    const asked = (...ids: string[]) => rank(columns, aNeed(), { ...options, k: 1, onlyWith: new Set(ids) });
    const first = rank(columns, aNeed(), { ...options, k: 1 });
    const second = first[0]?.packageId === 'package-1' ? 'package-2' : 'package-1';
    expect(asked('package-1', 'package-2')).toEqual(first);
    expect(asked(second, 'unknown')).toEqual([]);
  });

  it('forgets a removed package also where its districts were named twice', () => {
    const serviceArea = { kind: 'districts', districts: ['锦江区', '锦江区'] } as const;
    const columns = buildPackageColumns([aPackage({ serviceArea })], taxonomy);
    expect(rank(removePackage(columns, 'package-1'), aNeed(), options)).toEqual([]);
  });

  it('puts packages in by their new state', () => {
    const columns = buildPackageColumns([aPackage()], taxonomy);
    expect(rank(putPackage(columns, aPackage({ capacityUsed: 3 })), aNeed(), options)).toEqual([]);
  });
});
