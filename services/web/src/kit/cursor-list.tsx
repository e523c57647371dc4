import { Button, Empty, Grid, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { defineWords } from '../words/define-words';
import './kit.css';
import { ProblemAlert } from './problem-alert';

const useWords = defineWords('cursor-list', {
  zh: { more: '显示更多', none: '没有内容' },
  en: { more: 'Show more', none: 'Nothing here' },
});

/** What `usePages` answers, as far as a list needs it. */
export interface Pages<T> {
  readonly items: readonly T[];
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly isSuccess: boolean;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly refetch: () => unknown;
  readonly fetchNextPage: () => unknown;
}

export interface Column<T> {
  readonly key: string;
  readonly title: string;
  readonly cell: (item: T) => ReactNode;
  readonly align?: 'end';
}

/**
 * A list read on by its cursor: a table where there is room, cards on a phone.
 * @param label what it lists, for screen readers @param card one item on a phone; without it, always cards of `columns`
 * @param empty shown when there is nothing
 */
export function CursorList<T>({
  label,
  pages,
  columns,
  card,
  rowKey,
  empty,
}: {
  readonly label: string;
  readonly pages: Pages<T>;
  readonly columns: readonly Column<T>[];
  readonly card: (item: T) => ReactNode;
  readonly rowKey: (item: T) => string;
  readonly empty?: ReactNode;
}) {
  const t = useWords();
  const wide = Grid.useBreakpoint().md ?? true;
  if (pages.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  return (
    <>
      <ProblemAlert error={pages.error} again={() => void pages.refetch()} />
      {pages.isSuccess && pages.items.length === 0
        ? (empty ?? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />)
        : null}
      {pages.items.length > 0 && wide ? (
        <div className="kit-scroll">
          <table className="kit-table" aria-label={label}>
            <thead>
              <tr>
                {columns.map(({ key, title, align }) => (
                  <th key={key} scope="col" className={align === 'end' ? 'kit-end' : undefined}>
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {pages.items.map((item) => (
                <tr key={rowKey(item)}>
                  {columns.map(({ key, cell, align }) => (
                    <td key={key} className={align === 'end' ? 'kit-end' : undefined}>
                      {cell(item)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {pages.items.length > 0 && !wide ? (
        <ul className="kit-cards" aria-label={label}>
          {pages.items.map((item) => (
            <li key={rowKey(item)}>{card(item)}</li>
          ))}
        </ul>
      ) : null}
      {pages.hasNextPage ? (
        <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </>
  );
}
