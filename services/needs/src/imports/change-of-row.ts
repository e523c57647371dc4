import type { NeedChange } from '@duijie/contracts';
import { fenFromYuan } from '@duijie/domain-kit';
import type { Fault } from '@duijie/service-kit';
import { givenFields } from '../given-fields';
import type { Understanding } from '../understanding';
import type { NeedRow } from './need-row';

function moneyOf({ budget }: NeedRow): NeedChange['money'] {
  if (!budget) return { kind: 'unknown' };
  if (budget.max === 0) return { kind: 'none' };
  return budget.min === budget.max
    ? { kind: 'fixed', amountFen: fenFromYuan(budget.max) }
    : { kind: 'range', minFen: fenFromYuan(budget.min), maxFen: fenFromYuan(budget.max) };
}

const fundingOf = (funding: NeedRow['funding'], paid: boolean): NeedChange['funding'] =>
  paid ? (funding === 'none' ? null : funding) : 'none';

/**
 * Says what a row asks for in the words of a poster's entry.
 * @returns the change, or faults by fields of the row
 */
export function changeOfRow(row: NeedRow, understanding: Understanding): { change: NeedChange; faults: Fault[] } {
  const faults: Fault[] = [];
  const leaves = (field: 'categories' | 'components'): string[] | undefined =>
    row[field]?.map((text, at) => {
      const code = understanding.leafNamed(text);
      if (code === undefined)
        faults.push({
          pointer: `/${field}/${at}`,
          detail: { zh: '服务目录中没有这一类', en: 'The taxonomy has no such leaf' },
        });
      return code ?? text;
    });
  const given = { categories: leaves('categories'), components: leaves('components') };
  if (row.budget && row.budget.min > row.budget.max)
    faults.push({
      pointer: '/budget/max',
      detail: { zh: '预算上限不能低于下限', en: 'The most must not be below the least' },
    });
  const { name, ...place } = row.community;
  const change = givenFields({
    title: row.title,
    description: row.description,
    // An empty list says no more than none.
    categories: given.categories?.length ? given.categories : undefined,
    components: given.components?.length ? given.components : undefined,
    place: Object.keys(row.community).length === 0 ? undefined : givenFields({ ...place, community: name }),
    money: moneyOf(row),
    // Sheets name a source without money, or none with it; the money decides.
    funding: row.budget === undefined ? row.funding : fundingOf(row.funding, row.budget.max > 0),
    eligibleKinds: row.eligibleKinds,
    requiredQualifications: row.requiredQualifications.map((each) => ({ name: each, component: null })),
    window: { start: row.window?.start ?? null, end: row.window?.end ?? null },
    urgency: row.urgency,
    mode: row.mode,
    modeReason: row.modeReason,
  });
  return { change, faults };
}
