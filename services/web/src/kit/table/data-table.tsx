import { FileExcelOutlined } from '@ant-design/icons';
import type { ConsoleTable } from '@duijie/contracts';
import { Button, Empty, Grid, Skeleton } from 'antd';
import { useEffect, useMemo, type ReactNode } from 'react';
import { defineWords } from '../../words/define-words';
import '../kit.css';
import { ProblemAlert } from '../problem-alert';
import { BulkBar } from './bulk-bar';
import { CardList } from './card-list';
import { LookMenu } from './look-menu';
import { SearchForm } from './search-form';
import './table.css';
import { sortItems } from './sort-items';
import { SortSelect } from './sort-head';
import type { Bulk, Column, Pages } from './table-model';
import type { Filters } from './use-filters';
import { useSelection } from './use-selection';
import { useTableSettings } from './use-table-settings';
import { ViewsMenu } from './views-menu';
import { VirtualTable } from './virtual-table';

const useWords = defineWords('data-table', {
  zh: {
    more: '显示更多',
    none: '没有内容',
    noneFound: '没有符合筛选的内容',
    clear: '清除筛选',
    excel: '导出 Excel',
    some: '已显示 {{n}} 条，还有更多',
    all: '共 {{n}} 条',
    sorted: '已显示的 {{n}} 条中排序，还有更多',
  },
  en: {
    more: 'Show more',
    none: 'Nothing here',
    noneFound: 'Nothing fits these filters',
    clear: 'Clear filters',
    excel: 'Export to Excel',
    some: '{{n}} shown, there are more',
    all: '{{n}} in all',
    sorted: 'Sorted among the {{n}} shown, there are more',
  },
});
const rowPx = { roomy: 46, compact: 34 } as const;
/** So many rows are read by itself when one sorts: a sort of the first page alone would mislead. */
const sortedAtMost = 1000;

/**
 * The table of the console, read on by a cursor: rows where there is room, cards on a phone.
 * @param name where the person's columns, density and views are kept; without it there is no choice of them
 * @param filters the search form, kept in the address @param excel address of the same list as a workbook
 * @param bulk what can be done to chosen rows @param empty shown when there is nothing at all
 */
export function DataTable<T>({
  name,
  label,
  pages,
  columns,
  card,
  rowKey,
  filters,
  excel,
  bulk,
  extra,
  empty,
}: {
  readonly name?: ConsoleTable;
  /** What it lists, for screen readers. */
  readonly label: string;
  readonly pages: Pages<T>;
  readonly columns: readonly Column<T>[];
  /** One row on a phone. */
  readonly card: (item: T) => ReactNode;
  readonly rowKey: (item: T) => string;
  readonly filters?: Filters;
  readonly excel?: string;
  readonly bulk?: Bulk<T>;
  readonly extra?: ReactNode;
  readonly empty?: ReactNode;
}) {
  const t = useWords();
  const wide = Grid.useBreakpoint().md ?? true;
  const { settings, change } = useTableSettings(name);
  const sort = filters?.sort ?? null;
  const items = useMemo(() => sortItems(pages.items, columns, sort), [pages.items, columns, sort]);
  const sorted = items !== pages.items;
  const { hasNextPage, isFetchingNextPage, error, fetchNextPage } = pages;
  const readsOn = sorted && hasNextPage && !isFetchingNextPage && error === null && items.length < sortedAtMost;
  useEffect(() => {
    if (readsOn) void fetchNextPage();
  }, [readsOn, fetchNextPage]);
  const selection = useSelection(items, rowKey, filters?.address ?? '');
  const hidden = settings.hidden ?? columns.filter((column) => column.hidden).map(({ key }) => key);
  const shown = useMemo(
    () => columns.filter(({ key }, at) => at === 0 || !hidden.includes(key)),
    // What is hidden counts by its content.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [columns, hidden.join(' ')],
  );
  const choosing = bulk && bulk.actions.length > 0 ? selection : null;
  const nameOf = bulk?.nameOf ?? rowKey;
  const sorting = filters ? { sort, onSort: filters.putSort } : null;
  const setHidden = (next: string[] | null) => void change((now) => ({ ...now, hidden: next }));
  const tools = name !== undefined || excel !== undefined || extra !== undefined;
  return (
    <div className="data-table" data-density={settings.density}>
      {filters ? <SearchForm filters={filters} /> : null}
      {tools ? (
        <div className="table-tools">
          <output className="muted">
            {pages.isSuccess && items.length > 0
              ? t(pages.hasNextPage ? (sorted ? 'sorted' : 'some') : 'all', { n: items.length })
              : null}
          </output>
          <div className="kit-actions">
            {extra}
            {sorting && !wide && items.length > 1 && columns.some((column) => column.sort) ? (
              <SortSelect columns={columns} {...sorting} />
            ) : null}
            {name === undefined ? null : (
              <>
                {filters ? (
                  <ViewsMenu
                    views={settings.views}
                    now={{ search: filters.view, hidden }}
                    onChoose={(view) => {
                      filters.apply(view.search);
                      setHidden(view.hidden);
                    }}
                    onKeep={(how) => void change((now) => ({ ...now, views: how(now.views) }))}
                  />
                ) : null}
                {wide ? (
                  <LookMenu
                    columns={columns}
                    hidden={hidden}
                    density={settings.density}
                    onHidden={setHidden}
                    onDensity={(density) => void change((now) => ({ ...now, density }))}
                  />
                ) : null}
              </>
            )}
            {excel === undefined ? null : (
              <Button icon={<FileExcelOutlined aria-hidden />} href={excel} download>
                {t('excel')}
              </Button>
            )}
          </div>
        </div>
      ) : null}
      <ProblemAlert error={pages.error} again={() => void pages.refetch()} />
      {pages.isPending ? <Skeleton active paragraph={{ rows: 6 }} /> : null}
      {pages.isSuccess && items.length === 0 ? (
        filters && filters.set > 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('noneFound')}>
            <Button onClick={filters.clear}>{t('clear')}</Button>
          </Empty>
        ) : (
          (empty ?? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />)
        )
      ) : null}
      {choosing && bulk ? <BulkBar bulk={bulk} selection={choosing} rowKey={rowKey} /> : null}
      {items.length > 0 && wide ? (
        <VirtualTable
          key={`${shown.map(({ key }) => key).join(' ')} ${settings.density}`}
          label={label}
          pages={sorted ? { ...pages, items } : pages}
          sorting={sorting}
          columns={shown}
          rowKey={rowKey}
          nameOf={nameOf}
          selection={choosing}
          rowPx={rowPx[settings.density]}
        />
      ) : null}
      {items.length > 0 && !wide ? (
        <CardList label={label} items={items} card={card} rowKey={rowKey} selection={choosing} nameOf={nameOf} />
      ) : null}
      {pages.hasNextPage ? (
        <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </div>
  );
}
