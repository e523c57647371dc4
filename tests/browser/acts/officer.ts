import type { Page } from 'playwright-core';
import { lookAgainFor } from './anybody';

/** Publishes the need that the big button of the home page begins. @returns the title that the need was given */
export async function withdrawnFirm(
  page: Page,
  { compound, what, reason }: { readonly compound: string; readonly what: string; readonly reason: string },
): Promise<string> {
  await page.getByRole('button', { name: '物业撤场' }).click();
  await page.waitForURL(/\/needs\/[0-9a-f-]{36}\/edit$/);
  const text = page.getByLabel('需要什么');
  await text.fill(`${await text.inputValue()}${what}`);
  await page.getByLabel('在哪里').fill(compound);
  await page.getByText('草稿已保存').waitFor();
  if (!(await page.getByLabel('采用这种方式的理由').isVisible()))
    await page.getByRole('button', { name: /^更多/ }).click();
  await page.getByLabel('采用这种方式的理由').fill(reason);
  await page.getByText('草稿已保存').waitFor();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('list', { name: '办理进度' }).waitFor();
  return (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
}

/** Appoints a firm on the page of an emergency need. */
export async function appoint(
  page: Page,
  {
    firm,
    yuan,
    reason,
    document,
  }: { readonly firm: string; readonly yuan: string; readonly reason: string; readonly document: string },
): Promise<void> {
  const button = page.getByRole('button', { name: '应急指定', exact: true });
  await lookAgainFor(button);
  await button.click();
  const dialog = page.getByRole('dialog', { name: '应急指定' });
  await dialog.getByLabel('服务方').fill(firm);
  await page.locator('.ant-select-item-option:visible').filter({ hasText: firm }).click();
  await dialog.getByLabel(/^商定金额/).fill(yuan);
  await dialog.getByLabel('理由', { exact: true }).fill(reason);
  await dialog.getByLabel(/^文号/).fill(document);
  await dialog.getByRole('button', { name: '确定' }).click();
  await dialog.waitFor({ state: 'hidden' });
}
