import { BarChart, type BarSeriesOption } from 'echarts/charts';
import {
  GridComponent,
  TooltipComponent,
  type GridComponentOption,
  type TooltipComponentOption,
} from 'echarts/components';
import { init, use, type ComposeOption, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([BarChart, GridComponent, TooltipComponent, CanvasRenderer]);

export type ChartOption = ComposeOption<BarSeriesOption | GridComponentOption | TooltipComponentOption>;

/** What a colour stands for. */
export interface Key {
  readonly name: string;
  readonly colour: string;
}

/** A chart that fills its width, with its key above. @param label what it shows, in words: the picture itself is not read out */
export function Chart({
  option,
  keys,
  label,
  heightPx,
}: {
  readonly option: ChartOption;
  readonly keys: readonly Key[];
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
      {keys.length > 1 ? (
        <ul className="market-keys" aria-hidden>
          {keys.map(({ name, colour }) => (
            <li key={name}>
              <span style={{ background: colour }} />
              {name}
            </li>
          ))}
        </ul>
      ) : null}
      <div ref={place} aria-hidden className="market-chart" style={{ height: heightPx }} />
      <figcaption className="kit-hidden">{label}</figcaption>
    </figure>
  );
}
