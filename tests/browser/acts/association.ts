import type { Page } from 'playwright-core';
import { goTo } from './anybody';

/** What somebody who is invited is given. */
export interface Ticket {
  readonly link: string;
  readonly code: string;
}

/** Reads the ticket shown, the link by its button. */
async function ticketOn(page: Page): Promise<Ticket> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const code = page.locator('.admin-code');
  await code.waitFor();
  await page.getByRole('button', { name: '复制链接' }).click();
  return {
    link: await page.evaluate(() => navigator.clipboard.readText()),
    code: (await code.textContent()) ?? '',
  };
}

/** Makes an invitation for a community, found by the beginning of its name. */
export async function inviteCommunity(page: Page, name: string): Promise<Ticket> {
  await goTo(page, '管理');
  await page.getByRole('link', { name: '邀请社区' }).click();
  await page.getByLabel(/^社区名称/).fill(name);
  await page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: '生成邀请' }).first().click();
  return ticketOn(page);
}

/** Invites a broker. @returns the code to tell by telephone */
export async function inviteColleague(page: Page): Promise<string> {
  await goTo(page, '管理');
  await page.getByRole('link', { name: '本会成员' }).click();
  await page.getByRole('button', { name: '邀请成员' }).click();
  const dialog = page.getByRole('dialog', { name: '邀请成员' });
  await dialog.getByRole('radio', { name: '撮合专员' }).check();
  await dialog.getByRole('button', { name: '生成邀请' }).click();
  const { code } = await ticketOn(page);
  await dialog.getByRole('button', { name: '关闭' }).first().click();
  return code;
}
