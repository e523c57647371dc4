import type { Browser } from 'playwright-core';
import { axeOn } from './axe';
import { tabThrough } from './keyboard';
import { chartsUndescribed, sidewaysScroll, tooSmall } from './layout';
import { widths, type Look } from './look';
import type { SampleCity } from './sample-city';
import { heightOf, openWindow, visit, type Reading } from './visit';

/** What was found on one page in one reading, with the places. */
export interface Finding {
  readonly look: string;
  readonly language: string;
  readonly large: boolean;
  readonly kind:
    | 'axe'
    | 'practice'
    | 'sideways'
    | 'text'
    | 'lines'
    | 'targets'
    | 'chart'
    | 'unseen'
    | 'hidden'
    | 'trapped'
    | 'console'
    | 'stray'
    | 'failed';
  readonly what: string;
  readonly count: number;
}

/** Findings of one page, and how often Tab stops on it where that was tried. */
export interface LookResult {
  readonly findings: readonly Finding[];
  readonly stops: number;
}

/**
 * Looks at one page: axe at the width of the reading, sideways scroll at every width, sizes in large-text mode.
 * @param keyboard whether to walk through it with Tab too
 */
export async function checkLook(
  browser: Browser,
  city: SampleCity,
  look: Look,
  reading: Reading,
  keyboard: boolean,
): Promise<LookResult> {
  const { language, large, width } = reading;
  const findings: Finding[] = [];
  let stops = 0;
  const note = (kind: Finding['kind'], places: readonly string[], count = places.length): void => {
    if (count > 0)
      findings.push({ look: look.name, language, large, kind, what: places.slice(0, 8).join('; '), count });
  };
  const context = await openWindow(browser, city, look.viewer, reading);
  try {
    const { page, trouble } = await visit(context, city.url, look);
    for (const { rule, help, wcag, at, count } of await axeOn(page))
      note(wcag ? 'axe' : 'practice', [`${rule} (${help}): ${at.join('; ')}`], count);
    note('chart', await chartsUndescribed(page));
    if (large) {
      const small = await tooSmall(page);
      for (const kind of ['text', 'lines', 'targets'] as const) note(kind, small[kind]);
    }
    if (keyboard) {
      const walk = await tabThrough(page);
      stops = walk.stops;
      note('unseen', walk.unseen);
      note('hidden', walk.hidden);
      note('trapped', walk.trapped ? [`after ${walk.stops} stops`] : []);
    }
    for (const one of [width, ...widths.filter((other) => other !== width)]) {
      await page.setViewportSize({ width: one, height: heightOf(one) });
      await page.waitForTimeout(100);
      const wide = await sidewaysScroll(page);
      note(
        'sideways',
        wide.map((place) => `${one} px: ${place}`),
      );
    }
    note('console', trouble.consoleErrors);
    note('stray', trouble.strayRequests);
  } catch (error) {
    note('failed', [String(error)]);
  } finally {
    await context.close();
  }
  return { findings, stops };
}
