import type { Page } from 'playwright-core';
import { goTo, lookAgainFor } from './anybody';

/** Takes a task of the desk by its need's title. */
export async function openTask(page: Page, title: string | RegExp): Promise<void> {
  await goTo(page, '撮合工作台');
  const task = page.getByRole('region', { name: '待办' }).getByRole('button', { name: title }).first();
  await lookAgainFor(task);
  await task.click();
  // Beside the list another task may still be shown.
  await page.getByRole('heading', { name: title }).first().waitFor();
}

/** Introduces a package to the need of the task that is open. */
export async function introducePackage(page: Page, packageTitle: string, note: string): Promise<void> {
  await page.getByRole('checkbox', { name: new RegExp(`^选中推介.*${packageTitle}$`) }).check();
  await page.getByLabel(/^给双方的话/).fill(note);
  await page.getByRole('button', { name: '推介所选 1 家' }).click();
  await page.getByText('已推介').first().waitFor();
}

/** Looks at a need that waits for it, and publishes it. */
export async function approve(page: Page, title: string): Promise<void> {
  await openTask(page, title);
  await page.getByRole('button', { name: '通过并发布' }).click();
  await page.getByText('已办结').waitFor();
}
