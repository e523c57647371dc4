/** A bar on a track, in percent of the track's width. */
export interface LaidBar {
  readonly fromPercent: number;
  readonly lengthPercent: number;
}

/**
 * Lays bars on one track each so that their zero stands under one another: losses end there, gains begin there.
 * @param points of any sign; the longest of either side reaches the track's end
 */
export function layBars(points: readonly number[]): {
  readonly zeroPercent: number;
  readonly bars: readonly LaidBar[];
} {
  const most = Math.max(0, ...points);
  const least = Math.min(0, ...points);
  const span = most - least || 1;
  const zeroPercent = ((0 - least) / span) * 100;
  return {
    zeroPercent,
    bars: points.map((one) => {
      const lengthPercent = (Math.abs(one) / span) * 100;
      return { lengthPercent, fromPercent: one < 0 ? zeroPercent - lengthPercent : zeroPercent };
    }),
  };
}

/** Hundredths of a point with their sign, a true minus before a loss, e.g. `+12.5`, `−3.0`, `0.0`. */
export const signed = (points: number, digits: 0 | 1): string => {
  const text = (Math.abs(points) / 100).toFixed(digits);
  return Number(text) === 0 ? text : `${points < 0 ? '\u2212' : '+'}${text}`;
};
