/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/**
 * @returns what has the focus, where something sticky or laid over hides it whole or it lies outside the window; null
 * where some of it is seen
 */
export const hiddenFocus = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const own = element.getBoundingClientRect();
    const visible = own.width > 1 ? own : (element.closest('label') ?? element).getBoundingClientRect();
    const points = [0.5, 0.1, 0.9].flatMap((x) =>
      [0.5, 0.15, 0.85].map((y) => [visible.left + visible.width * x, visible.top + visible.height * y] as const),
    );
    const seen = points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return (
        top !== null && (element.contains(top) || top.contains(element) || top.closest('label')?.contains(element))
      );
    });
    if (seen) return null;
    const text = (element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 24);
    return `${element.tagName.toLowerCase()}.${element.className} "${text}"`;
  });
