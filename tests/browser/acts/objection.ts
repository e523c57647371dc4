import type { Page } from 'playwright-core';
import { follow, giveReason, goTo, lookAgainFor } from './anybody';

/** Asks about a result without one's name, on the page of the own response. */
export async function ask(page: Page, needTitle: string, question: string): Promise<void> {
  await goTo(page, '承接工作台');
  const own = page.getByRole('region', { name: '我的响应' }).getByRole('link', { name: needTitle });
  await lookAgainFor(own);
  await follow(own);
  await lookAgainFor(page.getByRole('button', { name: /^提出疑问/ }));
  await page.getByRole('button', { name: /^提出疑问/ }).click();
  const dialog = page.getByRole('dialog', { name: '对结果提出疑问' });
  await dialog.getByRole('textbox').fill(question);
  await dialog.getByRole('button', { name: /^提出疑问/ }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(question).waitFor();
}

/** Passes a question on to the poster, on the page of the need. */
export async function passOn(page: Page): Promise<void> {
  await lookAgainFor(page.getByRole('button', { name: '匿名转达给发布方' }));
  await page.getByRole('button', { name: '匿名转达给发布方' }).click();
  await page
    .getByRole('dialog', { name: '匿名转达给发布方' })
    .getByRole('button', { name: '转达', exact: true })
    .click();
  await page.getByRole('button', { name: '匿名转达给发布方' }).waitFor({ state: 'hidden' });
}

/** Answers a question that was passed on. */
export async function answer(page: Page, text: string): Promise<void> {
  await lookAgainFor(page.getByText('未署名的疑问'));
  await page.getByRole('button', { name: '答复', exact: true }).click();
  await giveReason(page, '答复疑问或异议', text, '答复');
}

/** Goes on to a formal objection once the answer has been read. */
export async function makeFormal(page: Page, answered: string): Promise<void> {
  await lookAgainFor(page.getByText(answered));
  await page.getByRole('button', { name: '转为正式异议' }).click();
  await page.getByText('正式异议', { exact: true }).waitFor();
}

/** Finds that an objection does not hold. */
export async function dismiss(page: Page, reason: string): Promise<void> {
  await lookAgainFor(page.getByRole('button', { name: '异议不成立' }));
  await page.getByRole('button', { name: '异议不成立' }).click();
  await giveReason(page, '裁定异议', reason, '异议不成立');
}
