import type { Page } from 'playwright-core';
import { choose, goTo, lookAgainFor } from './anybody';

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
  await answer.click();
  await page.getByRole('button', { name: '有意向' }).click();
  await page.getByRole('link', { name: '查看需求与响应方式' }).click();
  await lookAgainFor(page.getByRole('link', { name: '去响应' }));
  await page.getByRole('link', { name: '去响应' }).click();
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
  await own.click();
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
