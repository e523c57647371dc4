import type { Page } from 'playwright-core';
import { choose, follow, goTo, lookAgainFor } from './anybody';

/** Writes a package that costs nothing and publishes it. */
export async function offerForFree(page: Page, title: string, text: string, service: string): Promise<void> {
  await goTo(page, '我的服务包');
  await page.getByRole('link', { name: '写服务包' }).first().click();
  await page.getByLabel('名称').fill(title);
  await page.getByLabel('说明').fill(text);
  await page.getByLabel(/^服务类目/).fill(service);
  await page.getByRole('treeitem').getByText(service).last().click();
  await page.keyboard.press('Escape');
  await choose(page.getByRole('combobox', { name: '计价方式' }), '免费');
  await page.getByRole('button', { name: '保存并上架' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Answers an introduction from the home page, and goes to the lot. */
export async function showInterest(page: Page): Promise<void> {
  await page.goto('/');
  const answer = page.getByRole('link', { name: '去回应' });
  await lookAgainFor(answer);
  await follow(answer);
  await page.getByRole('button', { name: '有意向' }).click();
  await follow(page.getByRole('link', { name: '查看需求与响应方式' }));
  await lookAgainFor(page.getByRole('link', { name: '去响应' }));
  await follow(page.getByRole('link', { name: '去响应' }));
}

/** Takes a claim by one tap; what stands on the receipt is awaited. */
export async function claim(page: Page, note: string): Promise<void> {
  await page.getByRole('link', { name: '认领', exact: true }).click();
  await page.getByLabel(/^想对需求方说的话/).fill(note);
  await page.getByRole('button', { name: '认领这个需求' }).click();
  await page.waitForURL(/\/responses\/[0-9a-f-]{36}$/);
}

/** Goes to the agreement about a need, from the list. */
export async function openAgreement(page: Page, title: string): Promise<void> {
  await goTo(page, '协议');
  const own = page.getByRole('main').getByRole('link', { name: title });
  await lookAgainFor(own);
  await follow(own);
}

/** Confirms the agreement shown, in which no money flows. */
export async function confirmAgreement(page: Page): Promise<void> {
  await page.getByRole('button', { name: '确认协议' }).click();
  await page.getByText(/轮到您.*完成/).waitFor();
}

/** Records that a milestone was done. */
export async function deliver(page: Page, note: string): Promise<void> {
  await page.getByRole('button', { name: /登记完成$/ }).click();
  const dialog = page.getByRole('dialog', { name: /^登记节点完成/ });
  await dialog.getByLabel(/^完成情况/).fill(note);
  await dialog.getByRole('button', { name: '登记完成' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Reads what the payer wrote of the agreement shown. */
export async function seeReview(page: Page, text: string): Promise<void> {
  await lookAgainFor(page.getByText(text));
}

/** Goes from the needs that fit to the form of a response. */
export async function beginResponse(page: Page, needTitle: string): Promise<void> {
  await goTo(page, '承接工作台');
  const fit = page.getByRole('region', { name: '适合我的需求' }).getByRole('link', { name: needTitle });
  await lookAgainFor(fit);
  await follow(fit);
  await follow(page.getByRole('link', { name: '去响应' }));
  await follow(page.getByRole('link', { name: '写响应' }));
  await page.getByRole('heading', { level: 1, name: /^响应/ }).waitFor();
}

/** A response as it is written. */
export interface WrittenResponse {
  /** Title of the own package. */
  readonly offer: string;
  /** Of each component by its name, in yuan, as typed. */
  readonly prices: Readonly<Record<string, string>>;
  readonly plan: string;
}

/** Writes the response whose form is open. */
export async function writeResponse(page: Page, { offer, prices, plan }: WrittenResponse): Promise<void> {
  await choose(page.getByLabel('以哪个服务包响应'), offer);
  for (const [component, price] of Object.entries(prices)) await page.getByLabel(`${component} 的报价`).fill(price);
  await page.getByLabel('服务方案').fill(plan);
}

/** Hands the response in. @returns the number of its receipt */
export async function handIn(page: Page): Promise<string> {
  await page.getByRole('button', { name: '提交响应' }).click();
  await page.waitForURL(/\/responses\/[0-9a-f-]{36}$/);
  const receipt = page.getByRole('region', { name: '回执' });
  return (await receipt.getByRole('definition').first().textContent()) ?? '';
}

/** Accepts what a poster asks for directly. */
export async function acceptRequest(page: Page, needTitle: string): Promise<void> {
  await goTo(page, '承接工作台');
  const request = page
    .getByRole('region', { name: '直接对接邀约' })
    .getByRole('listitem')
    .filter({ hasText: needTitle });
  await lookAgainFor(request);
  await request.getByRole('button', { name: '接受对接' }).click();
  await request.getByText('已接受').first().waitFor();
}
