import type { Page } from 'playwright-core';
import type { Keys } from '../keys';

/** Signs in by typing, Tab and Enter. */
export async function signInByKeys(keys: Keys, login: string, password: string): Promise<void> {
  const { page } = keys;
  await page.goto('/');
  await keys.to(page.getByLabel('用户名'));
  await keys.type(login);
  await keys.to(page.getByLabel('密码', { exact: true }));
  await keys.type(password);
  await keys.press('Enter');
  await page.getByRole('heading', { level: 1, name: '您好' }).waitFor();
}

/** Takes the first stop of a page, which skips to its content. @returns whether the next stop is within the content */
export async function skipToContent(keys: Keys): Promise<boolean> {
  const { page } = keys;
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await keys.press('Tab');
  const skip = page.getByRole('link', { name: '跳到正文' });
  const [first, box] = [await skip.evaluate((link) => link === document.activeElement), await skip.boundingBox()];
  if (!first || !box || box.x < 0 || box.y < 0) return false;
  await keys.press('Enter');
  await keys.press('Tab');
  return page.evaluate(() => document.querySelector('main')?.contains(document.activeElement) ?? false);
}

/** Goes to a place of the navigation of a wide window. */
export async function goToByKeys(keys: Keys, place: string): Promise<void> {
  await keys.enter(keys.page.getByRole('navigation', { name: '菜单' }).getByRole('link', { name: place, exact: true }));
  await keys.page.getByRole('heading', { level: 1, name: place }).waitFor();
}

/** Posts a need with a budget. @param yuan as typed @returns its title */
export async function postNeedByKeys(
  keys: Keys,
  { what, from, to }: { readonly what: string; readonly from: string; readonly to: string },
): Promise<string> {
  const { page } = keys;
  await keys.enter(page.getByRole('link', { name: '发布需求' }));
  await page.getByRole('heading', { level: 1, name: '发布需求' }).waitFor();
  await keys.to(page.getByLabel('需要什么'));
  await keys.type(what);
  await keys.pick(page.getByRole('radiogroup', { name: '有没有资金' }), '预算区间');
  await keys.to(page.getByLabel(/^最少/));
  await keys.type(from);
  await keys.to(page.getByLabel(/^最多/));
  await keys.type(to);
  await keys.enter(page.getByRole('button', { name: '发布', exact: true }));
  await page.waitForURL(/\/needs\/[0-9a-f-]{36}$/);
  await page.getByRole('list', { name: '办理进度' }).waitFor();
  return (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
}

/** Whether the focus stays in the dialog that is open, however often Tab is pressed, forth and back. */
export async function staysInDialog(keys: Keys): Promise<boolean> {
  const { page } = keys;
  const within = (): Promise<boolean> =>
    page.evaluate(() => document.activeElement?.closest('[role=dialog], dialog') !== null);
  for (const key of [...Array<string>(12).fill('Tab'), ...Array<string>(12).fill('Shift+Tab')]) {
    await keys.press(key);
    // At its end a native dialog lets the browser's own bar have the focus; nothing behind the dialog may.
    const behind = await page.evaluate(() => document.activeElement !== document.body);
    if (behind && !(await within())) return false;
  }
  return true;
}

/** Whether a button has the focus. */
export const hasFocus = (page: Page, name: string | RegExp): Promise<boolean> =>
  page
    .getByRole('button', { name })
    .first()
    .evaluate((element) => element === document.activeElement);

/** Responds to a need of the own list with a package, by keys alone. @returns the number of the receipt */
export async function respondByKeys(
  keys: Keys,
  need: string,
  response: { readonly offer: string; readonly prices: Readonly<Record<string, string>>; readonly plan: string },
): Promise<string> {
  const { page } = keys;
  await keys.enter(page.getByRole('region', { name: '适合我的需求' }).getByRole('link', { name: need }));
  await keys.enter(page.getByRole('link', { name: '去响应' }));
  await keys.enter(page.getByRole('link', { name: '写响应' }));
  await page.getByRole('heading', { level: 1, name: /^响应/ }).waitFor();
  await keys.choose(page.getByLabel('以哪个服务包响应'), response.offer);
  for (const [component, price] of Object.entries(response.prices)) {
    await keys.to(page.getByLabel(`${component} 的报价`));
    await keys.type(price);
  }
  await keys.to(page.getByLabel('服务方案'));
  await keys.type(response.plan);
  await keys.enter(page.getByRole('button', { name: '提交响应' }));
  await page.waitForURL(/\/responses\/[0-9a-f-]{36}$/);
  return (await page.getByRole('region', { name: '回执' }).getByRole('definition').first().textContent()) ?? '';
}
