import type { Page } from 'playwright-core';
import { giveReason, lookAgainFor, pick, pickFile } from './anybody';

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

/** Writes a need in the four fields, and publishes it. @param match title of a package that is read beside the draft first */
export async function postNeed(page: Page, need: WrittenNeed, match: string | null): Promise<PostedNeed> {
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
  if (match !== null) await page.getByRole('link', { name: match }).waitFor();
  if (need.more) {
    await page.getByRole('button', { name: /^更多/ }).click();
    await need.more(page);
    await page.getByText('草稿已保存').waitFor();
  }
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.waitForURL(/\/needs\/[0-9a-f-]{36}$/);
  await page.getByRole('list', { name: '办理进度' }).waitFor();
  return {
    path: new URL(page.url()).pathname,
    title: (await page.getByRole('heading', { level: 1 }).textContent()) ?? '',
  };
}

/** Chooses one of the responses of a lot; where the lot is scored, by the scores given. */
export async function award(
  page: Page,
  provider: string,
  reason: string,
  scores: Readonly<Record<string, Readonly<Record<string, number>>>> = {},
): Promise<void> {
  await page.getByRole('button', { name: `选定 ${provider}` }).click();
  const dialog = page.getByRole('dialog', { name: new RegExp(`^确定承接方.*${provider}$`) });
  for (const [who, each] of Object.entries(scores))
    for (const [criterion, score] of Object.entries(each))
      await dialog.getByLabel(new RegExp(`^${criterion}.*${who}`)).fill(String(score));
  await dialog.getByLabel(/^选定的理由/).fill(reason);
  await dialog.getByRole('button', { name: '确定承接方' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Drafts the agreement on the page of the need and goes to it. */
export async function draftAgreement(page: Page): Promise<void> {
  await page.getByRole('button', { name: '拟定协议' }).click();
  await page.getByRole('link', { name: '去签订' }).click();
  await page.waitForURL(/\/agreements\/[0-9a-f-]{36}$/);
}

/** Records that the agreement shown was signed on paper. @param day as YYYY-MM-DD */
export async function recordSigned(page: Page, day: string): Promise<void> {
  await page.getByLabel('签订日期').fill(day);
  await pickFile(page, '选择盖章扫描件', '盖章协议.pdf');
  await page.getByRole('button', { name: '登记已签' }).click();
  await page.getByRole('region', { name: '签订' }).waitFor({ state: 'hidden' });
}

/** Sends a delivery back, with what is to be put right. */
export async function sendBack(page: Page, reason: string): Promise<void> {
  await lookAgainFor(page.getByRole('button', { name: '退回整改' }));
  await page.getByRole('button', { name: '退回整改' }).click();
  await giveReason(page, /^退回整改/, reason, '退回整改');
}

/** Records a payment to the provider. @param yuan as typed */
export async function pay(page: Page, yuan: string, day: string): Promise<void> {
  await page.getByRole('button', { name: '登记付款' }).click();
  const dialog = page.getByRole('dialog', { name: '登记付款' });
  await dialog.getByLabel('金额').fill(yuan);
  await dialog.getByLabel('付款日期').fill(day);
  await dialog.getByRole('button', { name: '登记付款' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Accepts what was delivered. @param sheet where a fund pays: its score, who supervised, and the conclusion */
export async function accept(
  page: Page,
  milestone: string | RegExp,
  sheet?: { readonly criterion: string; readonly score: number; readonly supervisors: string; readonly end: string },
): Promise<void> {
  await lookAgainFor(page.getByRole('button', { name: '验收', exact: true }));
  await page.getByRole('button', { name: '验收', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: milestone });
  if (sheet) {
    await dialog.getByLabel(/^标准.*1$/).fill(sheet.criterion);
    await dialog.getByLabel('得分 1').fill(String(sheet.score));
    await dialog.getByLabel(/^监督委员会成员/).fill(sheet.supervisors);
    await dialog.getByLabel('总体结论').fill(sheet.end);
  }
  await dialog.getByLabel(/^验收意见/).fill('到场看过，居民满意');
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

/** Asks the provider of a package that fits to take the need on directly. @param yuan as typed */
export async function askDirectly(page: Page, offer: string, yuan: string): Promise<void> {
  const match = page
    .getByRole('region', { name: /^匹配的服务包/ })
    .getByRole('listitem')
    .filter({ hasText: offer });
  await lookAgainFor(match.getByRole('button', { name: '直接对接' }));
  await match.getByRole('button', { name: '直接对接' }).click();
  const dialog = page.getByRole('dialog', { name: '直接对接' });
  await dialog.getByLabel(/^商定金额/).fill(yuan);
  await dialog.getByRole('button', { name: '确定' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('heading', { name: '直接对接邀约' }).waitFor();
}
