import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';

interface Widths {
  /** Percent, one a column. */
  readonly columns: readonly number[];
  readonly tablePx: number;
}
/** A window that grew or shrank by less keeps its columns. */
const slackPx = 60;

/**
 * Keeps columns as wide as the first rows wanted them, so that they stand still while other rows scroll past.
 * @param active whether rows come and go @returns null while the browser finds the widths itself
 */
export function useFrozenWidths(frame: RefObject<HTMLElement | null>, active: boolean): Widths | null {
  const [widths, setWidths] = useState<Widths | null>(null);
  useLayoutEffect(() => {
    const table = frame.current?.querySelector('table');
    if (!active || widths || !table) return;
    const tablePx = table.getBoundingClientRect().width;
    const heads = [...table.querySelectorAll('thead th')];
    if (tablePx === 0) return;
    // What the browser has laid out is known only now.
    // oxlint-disable-next-line react/set-state-in-effect
    setWidths({ tablePx, columns: heads.map((head) => (head.getBoundingClientRect().width / tablePx) * 100) });
  }, [frame, active, widths]);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let before = element.clientWidth;
    const observer = new ResizeObserver(() => {
      if (Math.abs(element.clientWidth - before) < slackPx) return;
      before = element.clientWidth;
      setWidths(null);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return active ? widths : null;
}
