import type { BrowserContext, Page } from 'playwright-core';
import type { Viewer } from './look';
import { settled, type Reading } from './visit';

/** A page in a state that a healthy city does not show by itself. */
export interface StateLook {
  readonly name: string;
  readonly viewer: Viewer;
  /** @returns null where there is no such state in this reading, as the open menu on a wide screen */
  show(context: BrowserContext, url: string, reading: Reading): Promise<Page | null>;
}

const opened = async (context: BrowserContext, address: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(address);
  return page;
};

/** Empty, slow, broken, offline, refused, and the menu open on a phone. */
export const states: readonly StateLook[] = [
  {
    name: 'state-menu-open',
    viewer: 'broker',
    async show(context, url, { width }) {
      if (width > 991) return null;
      const page = await opened(context, url);
      await settled(page);
      await page.locator('.shell-menu').click();
      return page;
    },
  },
  {
    name: 'state-desk-task',
    viewer: 'broker',
    async show(context, url) {
      const page = await opened(context, `${url}/desk?kind=new_need`);
      await settled(page);
      await page.locator('[data-task]').first().click();
      await settled(page);
      await page
        .getByRole('button', { name: /^(得分明细|How it scores)$/ })
        .first()
        .click();
      return page;
    },
  },
  {
    name: 'state-organisation-edit',
    viewer: 'provider',
    async show(context, url) {
      const page = await opened(context, `${url}/organisation`);
      await settled(page);
      await page.getByRole('button', { name: /^(修改资料|Edit)$/ }).click();
      await settled(page);
      return page;
    },
  },
  {
    name: 'state-rule-change',
    viewer: 'administrator',
    async show(context, url) {
      const page = await opened(context, `${url}/admin/rules`);
      await settled(page);
      await page
        .getByRole('button', { name: /^(修改|Change)$/ })
        .last()
        .click();
      await settled(page);
      return page;
    },
  },
  {
    name: 'state-needs-sorted',
    viewer: 'broker',
    async show(context, url) {
      const page = await opened(context, `${url}/needs?sort=-money`);
      await settled(page);
      return page;
    },
  },
  {
    name: 'state-account-open',
    viewer: 'broker',
    async show(context, url) {
      const page = await opened(context, url);
      await settled(page);
      await page.locator('.shell-account').click();
      return page;
    },
  },
  {
    name: 'state-nothing-found',
    viewer: 'community',
    async show(context, url) {
      const page = await opened(context, `${url}/discover?q=${encodeURIComponent('zzqqxx')}`);
      await settled(page);
      return page;
    },
  },
  {
    name: 'state-empty-list',
    viewer: 'provider',
    async show(context, url) {
      const page = await opened(context, `${url}/agreements`);
      await settled(page);
      return page;
    },
  },
  {
    name: 'state-loading',
    viewer: 'broker',
    async show(context, url) {
      await context.route('**/api/v1/agreements*', () => undefined);
      const page = await opened(context, `${url}/agreements`);
      await page.waitForSelector('h1');
      await page.waitForTimeout(1500);
      return page;
    },
  },
  {
    name: 'state-server-fault',
    viewer: 'broker',
    async show(context, url) {
      await context.route('**/api/v1/agreements*', (route) =>
        route.fulfill({ status: 503, contentType: 'text/plain', body: 'no upstream' }),
      );
      const page = await opened(context, `${url}/agreements`);
      await page.waitForSelector('[role=alert]');
      return page;
    },
  },
  {
    name: 'state-offline',
    viewer: 'broker',
    async show(context, url) {
      const page = await opened(context, url);
      await settled(page);
      await context.setOffline(true);
      await page
        .locator('a[href="/agreements"]:visible')
        .first()
        .click({ timeout: 2000 })
        .catch(() => undefined);
      await page.waitForTimeout(3000);
      return page;
    },
  },
  {
    name: 'state-sign-in-refused',
    viewer: 'nobody',
    async show(context, url) {
      const page = await opened(context, `${url}/sign-in`);
      await page.locator('input').first().fill('nobody-of-this-name');
      await page.locator('input[type=password]').fill('not-the-password');
      await page.locator('button[type=submit]').click();
      await page.waitForSelector('[role=alert]');
      return page;
    },
  },
  {
    name: 'state-faults-at-fields',
    viewer: 'community',
    async show(context, url) {
      const page = await opened(context, `${url}/needs/new`);
      await settled(page);
      await page.locator('main .ant-btn-primary').last().click();
      await page.waitForTimeout(800);
      return page;
    },
  },
];
