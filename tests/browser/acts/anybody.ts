import type { Locator, Page } from 'playwright-core';

/** Signs in by typing, and waits for the home page. */
export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('用户名').fill(login);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { level: 1, name: '您好' }).waitFor();
}

/** Follows a link, and waits until its page is there. */
export async function follow(link: Locator): Promise<void> {
  const to = await link.getAttribute('href');
  await link.click();
  await link.page().waitForURL(({ pathname, search }) => pathname + search === to);
}

/** Goes to a place of the navigation, through the menu where the window is narrow. */
export async function goTo(page: Page, place: string): Promise<void> {
  const menu = page.getByRole('button', { name: '菜单', exact: true });
  const narrow = await menu.isVisible();
  if (narrow) await menu.click();
  const where = narrow ? page.getByRole('dialog', { name: '菜单' }) : page.getByRole('navigation', { name: '菜单' });
  await follow(where.getByRole('link', { name: place, exact: true }));
}

/** Chooses from a list that unfolds. antd's options have no role of their own where they are clicked. */
export async function choose(box: Locator, option: string | RegExp): Promise<void> {
  await box.click();
  await box.page().locator('.ant-select-item-option:visible').filter({ hasText: option }).first().click();
}

/** One of a row of buttons of which one is pressed. */
export async function pick(page: Page, group: string, option: string): Promise<void> {
  await page.getByRole('radiogroup', { name: group }).getByText(option, { exact: true }).click();
}

/** Says why, in the dialog that asks for it, and waits until it has closed. */
export async function giveReason(page: Page, dialog: string | RegExp, reason: string, confirm: string): Promise<void> {
  const asking = page.getByRole('dialog', { name: dialog });
  await asking.getByRole('textbox').fill(reason);
  await asking.getByRole('button', { name: confirm, exact: true }).click();
  await asking.waitFor({ state: 'hidden' });
}

/** Looks again until it is there, longer each time: what others did reaches a page when it is read anew. */
export async function lookAgainFor(one: Locator): Promise<void> {
  const page = one.page();
  for (const timeout of [2000, 4000, 8000]) {
    const there = await one.waitFor({ timeout }).then(
      () => true,
      () => false,
    );
    if (there) return;
    await page.reload();
  }
  await one.waitFor();
}

/** Gives a file by the button that asks for one. */
export async function pickFile(page: Page, button: string, name: string): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await asked).setFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 盖章扫描件') });
}
