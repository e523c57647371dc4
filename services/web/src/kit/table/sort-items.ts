import type { Column } from './table-model';

/** By which column a table is sorted, and which way. */
export interface Sort {
  readonly key: string;
  readonly descending: boolean;
}

/** A sort as the address writes it: the column's key, with a minus where the greatest comes first. */
export const sortText = ({ key, descending }: Sort): string => (descending ? `-${key}` : key);

/** What the address says of the sort; null where it says nothing, or nothing readable. */
export function sortOf(text: string | null): Sort | null {
  const found = /^(-?)([a-z][a-zA-Z]{0,29})$/.exec(text ?? '');
  return found ? { key: found[2] ?? '', descending: found[1] === '-' } : null;
}

const order = new Intl.Collator('zh-CN', { numeric: true });

/**
 * The items sorted by one of their columns: Chinese by pinyin, numbers by size. What is unknown comes last whichever way,
 * and what is equal stays as it was.
 * @param columns one that has no `sort`, or none of the key, leaves the items as they are
 */
export function sortItems<T>(items: readonly T[], columns: readonly Column<T>[], sort: Sort | null): readonly T[] {
  const valueOf = sort ? columns.find(({ key }) => key === sort.key)?.sort : undefined;
  if (!valueOf || !sort) return items;
  const way = sort.descending ? -1 : 1;
  return items
    .map((item) => ({ item, value: valueOf(item) }))
    .toSorted((a, b) => {
      if (a.value === null || a.value === '' || b.value === null || b.value === '')
        return Number(a.value === null || a.value === '') - Number(b.value === null || b.value === '');
      if (typeof a.value === 'number' && typeof b.value === 'number') return way * (a.value - b.value);
      return way * order.compare(String(a.value), String(b.value));
    })
    .map(({ item }) => item);
}
