import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { Checkbox } from 'antd';
import { Fragment, useCallback, useEffect, useRef, useState } from 'react';
import { defineWords } from '../../words/define-words';
import { ariaSort, SortHead, type Sorting } from './sort-head';
import type { Column, Pages } from './table-model';
import { TableRow } from './table-row';
import { useFrozenWidths } from './use-frozen-widths';
import { useRowKeys } from './use-row-keys';
import type { Selection } from './use-selection';

const useWords = defineWords('virtual-table', {
  zh: { choose: '选择“{{name}}”', chooseAll: '选择已显示的全部 {{n}} 项' },
  en: { choose: 'Select "{{name}}"', chooseAll: 'Select all {{n}} shown' },
});
/** A longer list scrolls in a frame of its own, and only the rows in sight are drawn. */
const longFrom = 61;
const overscan = 8;
/** So many rows before the end the next page is asked for. */
const ahead = 30;

/** A table of any length with a head that stays; reads on while one scrolls. */
export function VirtualTable<T>({
  label,
  pages,
  columns,
  rowKey,
  nameOf,
  selection,
  sorting,
  rowPx,
}: {
  readonly label: string;
  readonly pages: Pages<T>;
  readonly columns: readonly Column<T>[];
  readonly rowKey: (item: T) => string;
  readonly nameOf: (item: T) => string;
  readonly selection: Selection<T> | null;
  readonly sorting: Sorting | null;
  /** Guess of a row's height until it is measured. */
  readonly rowPx: number;
}) {
  const t = useWords();
  const { items, hasNextPage, isFetchingNextPage, error, fetchNextPage } = pages;
  const frame = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(-1);
  const long = items.length >= longFrom;
  // The row that holds the focus stays drawn, wherever one scrolls.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      return focused < 0 || focused >= range.count || shown.includes(focused)
        ? shown
        : [...shown, focused].toSorted((a, b) => a - b);
    },
    [focused],
  );
  // Its functions are not for a compiler to keep, and none compiles this.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: items.length,
    enabled: long,
    getScrollElement: () => frame.current,
    estimateSize: () => rowPx,
    getItemKey: (at) => rowKey(items[at] as T),
    overscan,
    rangeExtractor,
    useFlushSync: false,
  });
  const drawn = long
    ? rows.getVirtualItems()
    : items.map((item, index) => ({ index, key: rowKey(item), start: 0, end: 0 }));
  const end = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (long && hasNextPage && !isFetchingNextPage && error === null && end >= items.length - ahead)
      void fetchNextPage();
  }, [long, hasNextPage, isFetchingNextPage, error, end, items.length, fetchNextPage]);
  const widths = useFrozenWidths(frame, long && drawn.length > 0);
  const onKeyDown = useRowKeys(items.length, (at) => {
    if (long) rows.scrollToIndex(at);
  });
  // Rows are drawn anew only when something of theirs changes: what they call stays the same.
  const toggle = useRef(selection?.toggle);
  toggle.current = selection?.toggle;
  const onToggle = useCallback((key: string, through: boolean) => toggle.current?.(key, through), []);

  const gap = (key: string, px: number) => (px > 0 ? <tr key={key} aria-hidden style={{ height: px }} /> : null);
  return (
    <div
      ref={frame}
      className={long ? 'kit-scroll table-frame' : 'kit-scroll'}
      {...(long ? { tabIndex: 0, role: 'region', 'aria-label': label } : {})}
    >
      <table
        className={widths ? 'kit-table table-frozen' : 'kit-table'}
        aria-label={label}
        aria-rowcount={hasNextPage ? -1 : items.length + 1}
        style={widths ? { minWidth: Math.floor(widths.tablePx) } : {}}
      >
        {widths ? (
          <colgroup>
            {widths.columns.map((percent, at) => (
              // Columns have no identity here but their place.
              // oxlint-disable-next-line react/no-array-index-key
              <col key={at} style={{ width: `${percent}%` }} />
            ))}
          </colgroup>
        ) : null}
        <thead>
          <tr aria-rowindex={1}>
            {selection ? (
              <th scope="col" className="table-choose">
                <Checkbox
                  aria-label={t('chooseAll', { n: items.length })}
                  checked={items.length > 0 && selection.keys.size >= items.length}
                  indeterminate={selection.keys.size > 0 && selection.keys.size < items.length}
                  onChange={({ target }) => selection.all(target.checked)}
                />
              </th>
            ) : null}
            {columns.map((column, at) => (
              <th
                key={column.key}
                scope="col"
                className={at === 0 ? 'table-name' : column.align === 'end' ? 'kit-end' : undefined}
                aria-sort={ariaSort(column.key, sorting?.sort ?? null)}
              >
                {sorting && column.sort ? <SortHead column={column} {...sorting} /> : column.title}
              </th>
            ))}
          </tr>
        </thead>
        {/* Keys and focus come from the links and boxes inside. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <tbody
          onKeyDown={onKeyDown}
          onFocus={({ target }) =>
            setFocused(Number(target.closest<HTMLElement>('tr[data-index]')?.dataset['index'] ?? -1))
          }
          onBlur={() => setFocused(-1)}
        >
          {drawn.map(({ index, key, start }, place) => {
            const item = items[index];
            if (item === undefined) return null;
            const before = drawn[place - 1];
            const rowId = rowKey(item);
            return (
              <Fragment key={String(key)}>
                {gap('gap', start - (before?.end ?? 0))}
                <TableRow
                  item={item}
                  at={index}
                  rowId={rowId}
                  columns={columns}
                  chosen={selection ? selection.keys.has(rowId) : null}
                  chooseLabel={selection ? t('choose', { name: nameOf(item) }) : ''}
                  onToggle={onToggle}
                  measure={long ? rows.measureElement : undefined}
                />
              </Fragment>
            );
          })}
          {gap('rest', long ? rows.getTotalSize() - (drawn.at(-1)?.end ?? 0) : 0)}
        </tbody>
      </table>
    </div>
  );
}
