import { BarChart, type BarSeriesOption } from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  TooltipComponent,
  type GridComponentOption,
  type LegendComponentOption,
  type TooltipComponentOption,
} from 'echarts/components';
import { init, use, type ComposeOption, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([BarChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

export type ChartOption = ComposeOption<
  BarSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>;

/** A chart that fills its width. @param label what it shows, in words: the picture itself is not read out */
export function Chart({
  option,
  label,
  heightPx,
}: {
  readonly option: ChartOption;
  readonly label: string;
  readonly heightPx: number;
}) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  useEffect(() => {
    const div = place.current;
    if (!div) return undefined;
    const made = init(div);
    chart.current = made;
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(div);
    return () => {
      watch.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => chart.current?.setOption(option, { notMerge: true }), [option]);
  return (
    <figure className="market-figure">
      <div ref={place} aria-hidden className="market-chart" style={{ height: heightPx }} />
      <figcaption className="kit-hidden">{label}</figcaption>
    </figure>
  );
}
