import { lookAgainFor, signIn } from './acts/anybody';
import * as broker from './acts/broker';
import * as community from './acts/community';
import { openConsole, type Console, type Visitor } from './console';
import { stepsOf } from './steps-of';

jest.setTimeout(240_000);

let here: Console;
let at: Readonly<Record<'community' | 'broker', Visitor>>;
const needs: community.PostedNeed[] = [];
const queue = () => at.broker.page.getByRole('region', { name: '待办' }).getByRole('button');

beforeAll(async () => {
  here = await openConsole('desk');
  const { cast, visitor } = here;
  const firm = await cast.provider('property_firm', `锦绣物业服务有限公司${cast.word}`);
  const offer = await cast.offer(firm, `锦绣托管${cast.word}`, 90_000);
  await cast.colleague('broker');
  at = { community: await visitor('community'), broker: await visitor('broker') };
  await signIn(at.community.page, cast.community.login, cast.community.password);
  for (const word of ['甲', '乙', '丙']) {
    const what = `${word}${cast.word}院子想找临时托管服务三个月。`;
    needs.push(await community.postNeed(at.community.page, { what, money: { from: '40000', to: '90000' } }, offer));
    await at.community.page.goto('/');
  }
  await signIn(at.broker.page, cast.broker.login, cast.broker.password);
});
afterAll(() => here.stop());
const step = stepsOf(() => here);

step('j and k go through the queue, Enter opens a task, ? tells the keys, Escape closes', async () => {
  const { page } = at.broker;
  await page.goto('/desk');
  await lookAgainFor(
    queue()
      .filter({ hasText: needs[2]?.title ?? '' })
      .first(),
  );
  await page.getByRole('heading', { level: 1 }).click();
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
  await page.keyboard.press('j');
  const first = await focused();
  await page.keyboard.press('j');
  const second = await focused();
  expect(second).not.toBe(first);
  await page.keyboard.press('k');
  expect(await focused()).toBe(first);
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: '通话结果' }).waitFor();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: '键盘操作' });
  await help.waitFor();
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });
  await page.keyboard.press('Escape');
  await page.getByRole('group', { name: '通话结果' }).waitFor({ state: 'hidden' });
});

step('keys do nothing while somebody types', async () => {
  const { page } = at.broker;
  await broker.openTask(page, needs[0]?.title ?? '');
  const note = page.getByRole('textbox', { name: /^备注/ });
  await note.pressSequentially('jkxsc?');
  expect(await note.inputValue()).toBe('jkxsc?');
  await note.fill('');
});

step('a call is noted by one tap, and called again later', async () => {
  const { page } = at.broker;
  await page.getByRole('textbox', { name: /^备注/ }).fill('社区电话占线');
  await page.getByRole('button', { name: '未接', exact: true }).click();
  await page.getByRole('tab', { name: '沟通与跟进' }).click();
  await lookAgainFor(page.getByRole('tab', { name: '沟通与跟进' }));
  await page.getByRole('tab', { name: '沟通与跟进' }).click();
  await page.getByText('社区电话占线').first().waitFor();
});

step('a follow-up is noted with its day, and ticked off', async () => {
  const { page } = at.broker;
  await page.getByRole('textbox', { name: /^说了什么/ }).fill('下周开议事会');
  await page.getByRole('textbox', { name: /^下一步/ }).fill('问议事会结果');
  await page.getByRole('button', { name: '记录', exact: true }).click();
  const followUp = page.getByRole('listitem').filter({ hasText: '问议事会结果' });
  await followUp.first().waitFor();
  await followUp.getByRole('button', { name: '完成', exact: true }).first().click();
  await followUp.getByRole('button', { name: '完成', exact: true }).waitFor({ state: 'hidden' });
});

step('a task is claimed, given to a colleague, and another one put off', async () => {
  const { page } = at.broker;
  await broker.openTask(page, needs[1]?.title ?? '');
  await page.getByRole('button', { name: '抢单' }).click();
  await page.getByRole('button', { name: '放回' }).waitFor();
  await page.getByRole('button', { name: '派单' }).click();
  const dialog = page.getByRole('dialog', { name: '派给同事' });
  await dialog.getByRole('radio').last().check();
  await dialog.getByLabel(/^说明/).fill('您熟悉这个社区');
  await dialog.getByRole('button', { name: '派出' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(/^由 .* 办理$/).waitFor();

  await broker.openTask(page, needs[2]?.title ?? '');
  const before = await queue().count();
  await page.getByRole('button', { name: /^推迟/ }).click();
  await page.getByRole('menuitem', { name: '三天后' }).click();
  await page
    .getByText(/还有 [23] 天/)
    .first()
    .waitFor();
  expect(before).toBeGreaterThan(0);
});
