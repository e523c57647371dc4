import type { Page } from 'playwright-core';
import { lookAgainFor, pick } from './anybody';

/** A need as somebody writes it down. */
export interface WrittenNeed {
  readonly what: string;
  /** In yuan, or none. */
  readonly money: 'none' | { readonly from: string; readonly to: string };
  readonly more?: (page: Page) => Promise<void>;
}

/** A need as it stands in the market. */
export interface PostedNeed {
  readonly path: string;
  /** As the system made it of the words. */
  readonly title: string;
}

/** Writes a need in the four fields, reads a match beside it, and publishes it. */
export async function postNeed(page: Page, need: WrittenNeed, match: string): Promise<PostedNeed> {
  await page.getByRole('link', { name: '发布需求' }).click();
  await page.getByRole('heading', { level: 1, name: '发布需求' }).waitFor();
  await page.getByLabel('需要什么').fill(need.what);
  if (need.money === 'none') await pick(page, '有没有资金', '无资金');
  else {
    await pick(page, '有没有资金', '预算区间');
    await page.getByLabel(/^最少/).fill(need.money.from);
    await page.getByLabel(/^最多/).fill(need.money.to);
  }
  await page.getByText('草稿已保存').waitFor();
  await page.getByRole('link', { name: match }).waitFor();
  if (need.more) {
    await page.getByRole('button', { name: /^更多/ }).click();
    await need.more(page);
    await page.getByText('草稿已保存').waitFor();
  }
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.waitForURL(/\/needs\/[0-9a-f-]{36}$/);
  await page.getByRole('region', { name: /^承接与实施/ }).waitFor();
  return {
    path: new URL(page.url()).pathname,
    title: (await page.getByRole('heading', { level: 1 }).textContent()) ?? '',
  };
}

/** Chooses one of the responses of a lot that is not scored. */
export async function award(page: Page, provider: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: '选定', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: new RegExp(`^确定承接方.*${provider}$`) });
  await dialog.getByLabel(/选定的理由/).fill(reason);
  await dialog.getByRole('button', { name: '确定承接方' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Drafts the agreement on the page of the need and goes to it. */
export async function draftAgreement(page: Page): Promise<void> {
  await page.getByRole('button', { name: '拟定协议' }).click();
  await page.getByRole('link', { name: '去签订' }).click();
  await page.waitForURL(/\/agreements\/[0-9a-f-]{36}$/);
}

/** Accepts what was delivered. */
export async function accept(page: Page, milestone: string | RegExp): Promise<void> {
  await lookAgainFor(page.getByRole('button', { name: '验收', exact: true }));
  await page.getByRole('button', { name: '验收', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: milestone });
  await dialog.getByLabel(/^验收意见/).fill('到场看过,居民满意');
  await dialog.getByRole('button', { name: '验收通过' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Rates the provider in public. */
export async function review(page: Page, text: string): Promise<void> {
  await page.getByRole('group', { name: '总体' }).getByRole('radio', { name: '5 星' }).check();
  await page.getByLabel(/^想说的/).fill(text);
  await page.getByRole('button', { name: '提交评价' }).click();
  await page.getByText(text).waitFor();
}
