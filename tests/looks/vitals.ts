/// <reference lib="dom" />
import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page, Response } from 'playwright-core';
import { settled } from './visit';

/** How a page came, with nothing in the browser's cache. */
export interface Load {
  /** Script that was loaded until the page stood, gzipped, in kB (1,000 bytes). */
  readonly scriptKb: number;
  /** Largest contentful paint, in ms from the navigation. @see https://www.w3.org/TR/largest-contentful-paint/ */
  readonly lcpMs: number;
  /** Cumulative layout shift. @see https://wicg.github.io/layout-instability/ */
  readonly cls: number;
}

interface Kept {
  lcp: number;
  cls: number;
  interactions: number[];
}
const keep = (): void => {
  const kept: Kept = { lcp: 0, cls: 0, interactions: [] };
  Object.assign(globalThis, { kept });
  const observe = (type: string, seen: (entry: PerformanceEntry) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(seen)).observe({
      type,
      buffered: true,
      durationThreshold: 16,
    } as PerformanceObserverInit);
  observe('largest-contentful-paint', (entry) => (kept.lcp = entry.startTime));
  observe('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as unknown as { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) kept.cls += value;
  });
  observe('event', (entry) => {
    if ((entry as unknown as { interactionId: number }).interactionId > 0) kept.interactions.push(entry.duration);
  });
};
const keptOn = (page: Page): Promise<Kept> => page.evaluate(() => (globalThis as unknown as { kept: Kept }).kept);

/** Opens an address in a fresh window and measures how it comes. @returns the page with what was measured */
export async function load(context: BrowserContext, address: string): Promise<Load & { readonly page: Page }> {
  await context.addInitScript(keep);
  const page = await context.newPage();
  const scripts: Promise<number>[] = [];
  const weigh = (answer: Response): void => {
    if (answer.request().resourceType() === 'script') scripts.push(answer.body().then((body) => gzipSync(body).length));
  };
  page.on('response', weigh);
  await page.goto(address);
  await settled(page);
  page.off('response', weigh);
  const { lcp, cls } = await keptOn(page);
  const bytes = (await Promise.all(scripts)).reduce((sum, one) => sum + one, 0);
  return { scriptKb: bytes / 1000, lcpMs: lcp, cls, page };
}

/**
 * Does something on a page and measures the slowest of its interactions, from the input to the next paint.
 * @returns ms; 16 where all were too short to be told @see https://www.w3.org/TR/event-timing/
 */
export async function interaction(page: Page, act: () => Promise<unknown>): Promise<number> {
  const before = (await keptOn(page)).interactions.length;
  await act();
  await settled(page);
  return Math.max(16, ...(await keptOn(page)).interactions.slice(before));
}
