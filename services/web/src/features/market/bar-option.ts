import type { ChartOption } from './chart';

/** One colour of a bar. */
export interface BarSeries {
  readonly name: string;
  readonly colour: string;
  readonly values: readonly (number | null)[];
  /** Takes room and is not seen: what stands before a range. */
  readonly unseen?: boolean;
}
export interface BarLook {
  /** Text is large (适老化). */
  readonly large: boolean;
  /** There is little room: names break early. */
  readonly narrow: boolean;
}
interface BarChartGiven extends BarLook {
  readonly groups: readonly string[];
  readonly series: readonly BarSeries[];
  /** Bars lie, one group a line; else they stand along time. */
  readonly lying: boolean;
  readonly stacked: boolean;
  readonly unit: string;
  /** Shown instead of what the bars themselves say. @param at place of the group */
  readonly tell?: (at: number) => string;
}

const text = '#46504c';
const line = '#dfe4e0';

/** Height that gives every lying bar its room. */
export const lyingHeightPx = (groups: number, bars: number, { large }: BarLook): number =>
  Math.max(140, groups * (large ? 30 + 18 * bars : 18 + 14 * bars) + (large ? 110 : 80));

/** The option of a chart of bars, alike wherever it stands. */
export function barOption({ groups, series, lying, stacked, unit, tell, large, narrow }: BarChartGiven): ChartOption {
  const fontSize = large ? 18 : 13;
  const label = { color: text, fontSize, hideOverlap: true };
  const names = {
    type: 'category' as const,
    data: [...groups],
    inverse: lying,
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
    axisLabel: lying ? { ...label, width: narrow ? fontSize * 7 : fontSize * 13, overflow: 'break' as const } : label,
  };
  const amounts = {
    type: 'value' as const,
    minInterval: unit === '%' || tell ? 0 : 1,
    name: unit,
    nameTextStyle: { color: text, fontSize },
    nameLocation: 'end' as const,
    splitNumber: narrow ? 3 : 5,
    splitLine: { lineStyle: { color: line } },
    axisLabel: label,
  };
  const seen = series.filter(({ unseen }) => !unseen);
  return {
    animation: false,
    textStyle: { fontFamily: 'inherit', color: text, fontSize },
    grid: {
      left: 4,
      right: lying ? (large ? 44 : 30) : 12,
      top: seen.length > 1 ? (narrow ? fontSize * 5.4 : fontSize * 3.6) : fontSize * 2.4,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    legend: {
      show: seen.length > 1,
      type: 'plain',
      top: 0,
      left: 0,
      itemWidth: fontSize,
      itemHeight: fontSize * 0.8,
      itemGap: 12,
      textStyle: { color: text, fontSize },
      data: seen.map(({ name }) => name),
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      confine: true,
      textStyle: { fontSize, color: '#1f2623' },
      ...(tell
        ? {
            renderMode: 'richText',
            formatter: (given: unknown) => {
              const [first] = Array.isArray(given) ? (given as { readonly dataIndex?: number }[]) : [];
              return tell(first?.dataIndex ?? 0);
            },
          }
        : { valueFormatter: (value: unknown) => (typeof value === 'number' ? `${value} ${unit}` : '—') }),
    },
    xAxis: lying ? amounts : names,
    yAxis: lying ? names : amounts,
    series: series.map(({ name, colour, values, unseen }) => ({
      type: 'bar',
      name,
      data: values.map((value) => value ?? '-'),
      ...(stacked ? { stack: 'all' } : {}),
      barMaxWidth: large ? 26 : 20,
      itemStyle: unseen
        ? { color: 'transparent' }
        : { color: colour, borderColor: '#fff', borderWidth: stacked ? 0.5 : 0 },
      emphasis: { disabled: true },
      silent: unseen === true,
    })),
  };
}
