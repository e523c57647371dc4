/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** @returns the elements that stick out at the right where a page scrolls sideways, empty where it does not */
export const sidewaysScroll = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width && document.body.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.right <= width + 1) return false;
      for (let up = element.parentElement; up; up = up.parentElement)
        if (up !== document.body && getComputedStyle(up).overflowX !== 'visible') return false;
      return true;
    });
    const named = wide
      .filter((element) => !wide.some((other) => other !== element && element.contains(other)))
      .map((element) => `${element.tagName.toLowerCase()}.${element.className} "${element.textContent.slice(0, 30)}"`);
    return named.length > 0 ? named.slice(0, 5) : ['scrolls sideways'];
  });

/** What is too small in large-text mode (适老化). Sizes in CSS px. */
export interface TooSmall {
  readonly text: readonly string[];
  readonly lines: readonly string[];
  readonly targets: readonly string[];
}

/**
 * Text under 18 px, lines closer than 1.3, targets smaller than 44 px. A link inside a sentence is bound by its line
 * (WCAG 2.2, 2.5.8 exception "inline"), and a field that its label stands for is as large as the label.
 */
export const tooSmall = (page: Page): Promise<TooSmall> =>
  page.evaluate(() => {
    const text = new Map<string, string>();
    const lines = new Map<string, string>();
    const targets: string[] = [];
    const shown = (element: Element): boolean =>
      element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
      element.closest('.kit-hidden, .skip-link, [aria-hidden="true"], .ant-select-dropdown-hidden') === null;
    const name = (element: Element): string => `${element.tagName.toLowerCase()}.${element.className}`;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const said = node.textContent?.trim() ?? '';
      if (said === '' || !element || ['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(element.tagName) || !shown(element))
        continue;
      const style = getComputedStyle(element);
      const size = Number.parseFloat(style.fontSize);
      const line = Number.parseFloat(style.lineHeight);
      if (size < 17.99) text.set(name(element), `${name(element)} ${size.toFixed(1)} px "${said.slice(0, 20)}"`);
      if (line / size < 1.299)
        lines.set(name(element), `${name(element)} ${(line / size).toFixed(2)} "${said.slice(0, 20)}"`);
    }
    const wanted =
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab], [role=option], [role=checkbox], [role=radio], [role=combobox], [role=menuitem], [tabindex="0"]';
    for (const element of document.querySelectorAll<HTMLElement>(wanted)) {
      if (!element.checkVisibility({ checkVisibilityCSS: true }) || element.closest('[aria-hidden="true"], .skip-link'))
        continue;
      const inSentence =
        element.tagName === 'A' &&
        getComputedStyle(element).display === 'inline' &&
        (element.parentElement?.textContent.trim() ?? '') !== element.textContent.trim();
      if (inSentence) continue;
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
      const field = element.closest(
        '.ant-select, .ant-picker, .ant-input-number, .ant-input-affix-wrapper, .ant-segmented-item',
      );
      const boxes = [element, label, field, label?.closest('.ant-radio-button-wrapper')]
        .filter((one): one is HTMLElement => one instanceof HTMLElement)
        .map((one) => one.getBoundingClientRect());
      const [own] = boxes;
      if (!own || (own.width <= 1 && !label && !field) || element.scrollWidth === 0) continue;
      if (boxes.some(({ width, height }) => width >= 43.5 && height >= 43.5)) continue;
      const most = boxes.toSorted((a, b) => b.height * b.width - a.height * a.width)[0] ?? own;
      targets.push(
        `${name(element)} ${most.width.toFixed(0)}×${most.height.toFixed(0)} "${(element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 20)}"`,
      );
    }
    return { text: [...text.values()], lines: [...lines.values()], targets };
  });

/** @returns drawings (canvas, or svg that is no icon) without a name, or without a table that says the same */
export const chartsUndescribed = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main canvas, main svg')]
      .filter((drawing) => drawing.getBoundingClientRect().width >= 120)
      .flatMap((drawing) => {
        const named = drawing.closest('[role=img][aria-label], [role=img][aria-labelledby], figure:has(figcaption)');
        const part = drawing.closest('section, article');
        // Shown at once, or by a choice of its own beside the drawing.
        const twin =
          part?.querySelector('table, summary') ??
          [...(part?.querySelectorAll('label, button') ?? [])].find((one) =>
            /^(表|Table)$/.test(one.textContent.trim()),
          );
        return [
          ...(named ? [] : [`${drawing.tagName} without a description`]),
          ...(twin ? [] : [`${drawing.tagName} without a table`]),
        ];
      }),
  );
