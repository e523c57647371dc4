import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
/** Not asked by WCAG, and wrong here: lists of sections are no landmarks of their own. */
const rules: RunOptions['rules'] = { region: { enabled: false } };

/** One rule that a page breaks. */
export interface Violation {
  readonly rule: string;
  readonly help: string;
  /** Whether a success criterion of WCAG 2.2 A or AA is broken; else a good practice of axe. */
  readonly wcag: boolean;
  /** Selectors of the first elements, with what is wrong. */
  readonly at: readonly string[];
  readonly count: number;
}

/**
 * Runs axe on a page as it stands. It is evaluated by the debugger, so the page's Content-Security-Policy stays as it is.
 * @returns what is violated, by rule
 */
export async function axeOn(page: Page): Promise<readonly Violation[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const results = await page.evaluate(
    ([wanted, options]) =>
      (globalThis as unknown as { axe: { run(how: unknown): Promise<AxeResults> } }).axe.run({
        runOnly: { type: 'tag', values: wanted },
        rules: options,
        resultTypes: ['violations'],
      }),
    [tags, rules] as const,
  );
  return results.violations.map(({ id, help, tags: of, nodes }) => ({
    rule: id,
    help,
    wcag: of.some((tag) => tag.startsWith('wcag')),
    at: nodes.slice(0, 5).map(({ target, any, all, none }) => {
      const why = [...any, ...all, ...none][0]?.message ?? '';
      return `${target.join(' ')}${why ? ` — ${why}` : ''}`;
    }),
    count: nodes.length,
  }));
}
