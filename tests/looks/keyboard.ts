/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { hiddenFocus } from './focus';

/** What somebody meets who goes through a page with Tab alone. */
export interface TabWalk {
  readonly stops: number;
  /** Stops that look the same with the focus and without. */
  readonly unseen: readonly string[];
  /** Stops that something sticky or laid over hides whole. */
  readonly hidden: readonly string[];
  /** Whether Tab leaves the page at its end. */
  readonly trapped: boolean;
}

const most = 400;

/** Walks through a page with Tab from its beginning to its end. */
export async function tabThrough(page: Page): Promise<TabWalk> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    window.scrollTo(0, 0);
    const kept = globalThis as unknown as Walk;
    kept.look = (element) => {
      const around = [
        element,
        element.nextElementSibling,
        element.parentElement,
        element.parentElement?.parentElement,
        element.closest(
          '.ant-select, .ant-picker, .ant-input-affix-wrapper, .ant-input-number, .ant-segmented, .ant-radio-button-wrapper, label',
        ),
      ];
      return around
        .filter((one): one is Element => one !== null && one !== undefined)
        .map((one) => {
          const { outlineStyle, outlineColor, outlineWidth, boxShadow, borderColor } = getComputedStyle(one);
          return `${outlineStyle === 'none' ? '' : outlineStyle + outlineColor + outlineWidth} ${boxShadow} ${borderColor}`;
        })
        .join('|');
    };
    kept.stops = [];
  });
  let trapped = true;
  let stops = 0;
  const hidden: string[] = [];
  for (; stops < most; stops += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const { look, stops: kept } = globalThis as unknown as Walk;
      const element = document.activeElement;
      if (!element || element === document.body || element === kept[0]?.element) return 'end' as const;
      kept.push({ element, focused: look(element) });
      return null;
    });
    if (found === 'end') {
      trapped = false;
      break;
    }
    const out = await hiddenFocus(page);
    if (out !== null) hidden.push(out);
  }
  const unseen = await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    const { look, stops: kept } = globalThis as unknown as Walk;
    return kept
      .filter(({ element, focused }) => element.isConnected && look(element) === focused)
      .map(
        ({ element }) =>
          `${element.tagName.toLowerCase()}.${element.className} "${(element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 24)}"`,
      );
  });
  return { stops, unseen, hidden, trapped };
}

/** What the walk keeps inside the page. */
interface Walk {
  look: (element: Element) => string;
  stops: { readonly element: Element; readonly focused: string }[];
}
