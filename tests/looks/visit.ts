/// <reference lib="dom" />
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Language, Look, Viewer } from './look';
import type { SampleCity } from './sample-city';

/** How somebody reads the console. */
export interface Reading {
  readonly language: Language;
  readonly large: boolean;
  readonly width: number;
}

/** Opens a window for one viewer, who is signed in and reads in this way. */
export async function openWindow(
  browser: Browser,
  { url, people }: SampleCity,
  viewer: Viewer,
  { language, large, width }: Reading,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height: heightOf(width) },
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    ...(width < 500 ? { hasTouch: true } : {}),
  });
  context.setDefaultTimeout(30_000);
  const cookie = people.get(viewer)?.cookie;
  if (cookie)
    await context.addCookies(
      cookie.split('; ').map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return { name, value: value.join('='), url };
      }),
    );
  await context.addInitScript(
    ([spoken, text]) => {
      localStorage.setItem('duijie.language', spoken ?? 'zh');
      localStorage.setItem('duijie.large-text', text ?? '0');
    },
    [language, large ? '1' : '0'],
  );
  return context;
}

/** @param width in CSS px @returns the height of a usual screen of this width, in CSS px */
export const heightOf = (width: number): number => (width < 500 ? 780 : width < 1000 ? 1024 : 900);

/** What a page did that it should not have. */
export interface Trouble {
  readonly consoleErrors: readonly string[];
  /** Requests to other hosts than the one looked at. */
  readonly strayRequests: readonly string[];
}

/** Opens a page in a window and waits until it shows what it has. */
export async function visit(
  context: BrowserContext,
  url: string,
  look: Look,
): Promise<{ page: Page; trouble: Trouble }> {
  const page = await context.newPage();
  const consoleErrors: string[] = [];
  const strayRequests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') consoleErrors.push(message.text());
  });
  page.on('pageerror', (error) => consoleErrors.push(String(error)));
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(url) && !/^(data|blob):/.test(address)) strayRequests.push(address);
  });
  await page.goto(url + look.path);
  await settled(page);
  await unfold(page);
  // Charts grow to their size.
  if ((await page.locator('main canvas').count()) > 0) await page.waitForTimeout(1500);
  return { page, trouble: { consoleErrors, strayRequests } };
}

/** Draws what a long list leaves undrawn while it is out of sight, for eyes that see the whole page at once. */
const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('main *'))
      if (getComputedStyle(element).contentVisibility === 'auto') element.style.contentVisibility = 'visible';
  });

/** Waits until a page has its heading, nothing turns or shimmers any more, and its size stays. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const kept = window as unknown as { lookAt?: string; lookSince?: number };
      const now = `${document.body.scrollHeight} ${document.body.innerText.length}`;
      const busy = document.querySelector('.ant-spin-spinning, .ant-spin-dot-spin, .ant-skeleton, [aria-busy="true"]');
      if (busy || !document.querySelector('h1') || kept.lookAt !== now) {
        kept.lookAt = now;
        kept.lookSince = performance.now();
      }
      return performance.now() - (kept.lookSince ?? 0) > 350;
    },
    undefined,
    { polling: 50, timeout: 60_000 },
  );
}
