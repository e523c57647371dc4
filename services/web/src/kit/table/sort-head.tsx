import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons';
import { Select } from 'antd';
import { defineWords } from '../../words/define-words';
import { sortOf, sortText, type Sort } from './sort-items';
import type { Column } from './table-model';

const useWords = defineWords('table-sort', {
  zh: { sort: '排序', own: '默认顺序', up: '{{title}}：从小到大', down: '{{title}}：从大到小' },
  en: { sort: 'Sort', own: 'As listed', up: '{{title}}: smallest first', down: '{{title}}: greatest first' },
});

/** The sort, and how it is changed; null: as the list comes. */
export interface Sorting {
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
}
/** Upwards, downwards, as it comes. */
const next = (key: string, sort: Sort | null): Sort | null =>
  sort?.key !== key ? { key, descending: false } : sort.descending ? null : { key, descending: true };

export const ariaSort = (key: string, sort: Sort | null): 'ascending' | 'descending' | undefined =>
  sort?.key === key ? (sort.descending ? 'descending' : 'ascending') : undefined;

/** The head of a column by which one may sort. */
export function SortHead({
  column,
  sort,
  onSort,
}: Sorting & { readonly column: { readonly key: string; readonly title: string } }) {
  const Mark = sort?.key === column.key && sort.descending ? CaretDownFilled : CaretUpFilled;
  return (
    <button type="button" className="table-sort" onClick={() => onSort(next(column.key, sort))}>
      {column.title}
      <Mark aria-hidden className={sort?.key === column.key ? 'table-sort-on' : 'table-sort-off'} />
    </button>
  );
}

/** The same where the table has no head: on a phone. */
export function SortSelect<T>({ columns, sort, onSort }: Sorting & { readonly columns: readonly Column<T>[] }) {
  const t = useWords();
  return (
    <Select
      aria-label={t('sort')}
      value={sort ? sortText(sort) : ''}
      popupMatchSelectWidth={false}
      options={[
        { value: '', label: t('own') },
        ...columns
          .filter((column) => column.sort)
          .flatMap(({ key, title }) => [
            { value: key, label: t('up', { title }) },
            { value: `-${key}`, label: t('down', { title }) },
          ]),
      ]}
      onChange={(value) => onSort(sortOf(value))}
    />
  );
}
