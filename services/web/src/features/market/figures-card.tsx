import { BarChartOutlined, FileExcelOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Empty, Segmented, Skeleton } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { ProblemAlert } from '../../kit/problem-alert';
import { Scroll } from '../../kit/scroll';
import { Section } from '../../kit/section';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { barOption, lyingHeightPx, type Bars } from './bar-option';
import { Chart } from './chart';
import { useBarLook } from './use-market';

const useWords = defineWords('figures-card', {
  zh: {
    as: '显示方式',
    chart: '图',
    table: '表',
    excel: '导出 Excel',
    none: '这段时间没有可以统计的内容',
    by: '按什么分',
  },
  en: {
    as: 'Show as',
    chart: 'Chart',
    table: 'Table',
    excel: 'Export to Excel',
    none: 'Nothing to count in this period',
    by: 'Told apart by',
  },
});

/** A column of the table that says the same as the chart. */
export interface FigureColumn<T> {
  readonly title: string;
  readonly cell: (item: T) => ReactNode;
  readonly number?: boolean;
}
/** What a card needs of the query behind it. */
interface Asked {
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/**
 * Figures as a chart, the same as a table, and as a workbook.
 * @param label what the chart shows, in one or two sentences for who does not see it
 * @param bys what the figures may be told apart by @param excel address of the workbook
 */
export function FiguresCard<T, By extends string>({
  title,
  why,
  asked,
  items,
  keyOf,
  columns,
  bars,
  picture,
  label,
  by,
  more,
  excel,
}: {
  readonly title: string;
  readonly why: string;
  readonly asked: Asked;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly columns: readonly FigureColumn<T>[];
  /** Null where there is nothing to draw: then `label` says so. */
  readonly bars?: Bars | null;
  /** Shown instead of a chart of bars. */
  readonly picture?: ReactNode;
  readonly label: string;
  readonly by?: {
    readonly value: By;
    readonly options: readonly { readonly value: By; readonly label: string }[];
    readonly onChange: (by: By) => void;
  };
  /** What else is chosen, beside `by`. */
  readonly more?: ReactNode;
  readonly excel: string;
}) {
  const t = useWords();
  const { colon } = useLanguage();
  const [as, setAs] = useState<'chart' | 'table'>('chart');
  const look = useBarLook();
  const option = useMemo(() => (bars ? barOption(bars, look) : null), [bars, look]);
  const series = bars?.series.filter(({ unseen }) => !unseen) ?? [];
  return (
    <Section
      title={title}
      extra={
        <>
          <Segmented<'chart' | 'table'>
            aria-label={`${title}: ${t('as')}`}
            value={as}
            onChange={setAs}
            options={[
              { value: 'chart', label: t('chart'), icon: <BarChartOutlined aria-hidden /> },
              { value: 'table', label: t('table'), icon: <TableOutlined aria-hidden /> },
            ]}
          />
          <Button href={excel} icon={<FileExcelOutlined aria-hidden />} aria-label={`${title}: ${t('excel')}`}>
            Excel
          </Button>
        </>
      }
    >
      <p className="muted market-why">{why}</p>
      {by ? (
        <div className="market-by">
          <Segmented<By>
            aria-label={`${title}: ${t('by')}`}
            value={by.value}
            onChange={by.onChange}
            options={[...by.options]}
          />
          {more}
        </div>
      ) : null}
      <ProblemAlert error={asked.error} again={() => void asked.refetch()} />
      {asked.isPending ? <Skeleton active paragraph={{ rows: 5 }} /> : null}
      {!picture && !asked.isPending && !asked.error && items.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />
      ) : null}
      {items.length > 0 && as === 'chart' && bars && option ? (
        <Chart
          option={option}
          keys={series}
          label={label}
          heightPx={bars.lying ? lyingHeightPx(bars, look) : look.large ? 400 : 320}
        />
      ) : null}
      {as === 'chart' ? picture : null}
      {items.length > 0 && as === 'chart' && bars === null ? <p>{label}</p> : null}
      {items.length > 0 && as === 'table' ? (
        <Scroll className="market-table" label={`${title}${colon}${t('table')}`}>
          <table className="kit-table">
            <caption className="kit-hidden">{label}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.title} scope="col" className={column.number ? 'kit-end' : undefined}>
                    {column.title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={keyOf(item)}>
                  {columns.map((column, at) =>
                    at === 0 ? (
                      <th key={column.title} scope="row" className="market-row-name">
                        {column.cell(item)}
                      </th>
                    ) : (
                      <td key={column.title} className={column.number ? 'kit-end kit-number' : undefined}>
                        {column.cell(item)}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      ) : null}
    </Section>
  );
}
