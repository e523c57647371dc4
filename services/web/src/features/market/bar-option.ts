import { themeOf } from '../../app/appearance';
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
/** A chart of bars, whatever it looks like. */
export interface Bars {
  readonly groups: readonly string[];
  readonly series: readonly BarSeries[];
  /** Bars lie, one group a line; else they stand along time. */
  readonly lying: boolean;
  readonly stacked: boolean;
  readonly unit: string;
  /** Values are counted, not measured. */
  readonly whole?: boolean;
  /** Where the axis ends, if it always ends there. */
  readonly most?: number;
  /** Shown instead of what the bars themselves say. @param at place of the group */
  readonly tell?: (at: number) => string;
}

const text = '#46504c';
const line = '#dfe4e0';

/** Height that gives every lying bar its room. */
export function lyingHeightPx({ groups, series, stacked }: Bars, { large }: BarLook): number {
  const bars = stacked ? 1 : series.length;
  return Math.max(110, groups.length * (large ? 30 + 18 * bars : 18 + 14 * bars) + (large ? 84 : 62));
}

/** The option of a chart of bars, alike wherever it stands. */
export function barOption(
  { groups, series, lying, stacked, unit, whole = false, most, tell }: Bars,
  { large, narrow }: BarLook,
): ChartOption {
  const fontSize = large ? 18 : 13;
  // A canvas inherits no font.
  const { fontFamily = 'sans-serif' } = themeOf(large).token ?? {};
  const label = { color: text, fontSize, fontFamily, hideOverlap: true };
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
    minInterval: whole ? 1 : 0,
    ...(most === undefined ? {} : { max: most }),
    name: unit,
    nameTextStyle: { color: text, fontSize, fontFamily },
    ...(lying ? { nameLocation: 'middle' as const, nameGap: fontSize * 2 } : { nameLocation: 'end' as const }),
    splitNumber: narrow ? 3 : 5,
    splitLine: { lineStyle: { color: line } },
    axisLabel: label,
  };
  return {
    animation: false,
    textStyle: { fontFamily, color: text, fontSize },
    grid: {
      left: 4,
      right: 16,
      top: lying ? 4 : fontSize * 2.2,
      bottom: lying ? fontSize * 1.6 : 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      confine: true,
      textStyle: { fontSize, fontFamily, color: '#1f2623' },
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
