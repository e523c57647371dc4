import type { Newcomer } from '../e2e/people';
import { lookAgainFor } from './acts/anybody';
import {
  goToByKeys,
  hasFocus,
  postNeedByKeys,
  respondByKeys,
  signInByKeys,
  skipToContent,
  staysInDialog,
} from './acts/by-keys';
import { openConsole, type Console, type Visitor } from './console';
import { keysOf, type Keys, type KeyTally } from './keys';
import { stepsOf } from './steps-of';

jest.setTimeout(240_000);

let here: Console;
let firm: Newcomer;
let offer: string;
let at: Readonly<Record<'community' | 'firm' | 'broker', Keys>>;
let needTitle: string;

beforeAll(async () => {
  here = await openConsole('keys');
  const { cast, visitor } = here;
  firm = await cast.provider('property_firm', `键盘物业服务有限公司${cast.word}`);
  offer = await cast.offer(firm, `键盘托管${cast.word}`, 150_000);
  const sit = async (one: Promise<Visitor>): Promise<Keys> => keysOf((await one).page);
  at = {
    community: await sit(visitor('community')),
    firm: await sit(visitor('firm')),
    broker: await sit(visitor('broker')),
  };
});
afterAll(() => here.stop());
const journey = stepsOf(() => here);

/** One journey, whose figures are kept, and in which nothing hides what has the focus. */
function byKeys(name: string, who: () => Keys, act: (keys: Keys) => Promise<void>): void {
  journey(name, async () => {
    const tally: KeyTally = { presses: 0, stops: 0, hidden: [] };
    await act(keysOf(who().page, tally));
    expect(tally.hidden).toEqual([]);
    here.measured({ keyboard: name, presses: tally.presses, stops: tally.stops });
  });
}

byKeys(
  'a community signs in',
  () => at.community,
  (keys) => {
    const { login, password } = here.cast.community;
    return signInByKeys(keys, login, password);
  },
);

byKeys(
  'the first stop of a page skips to its content',
  () => at.community,
  async (keys) => {
    expect(await skipToContent(keys)).toBe(true);
  },
);

byKeys(
  'it posts a need: text, choices, amounts, publish',
  () => at.community,
  async (keys) => {
    needTitle = await postNeedByKeys(keys, {
      what: `${here.cast.word}院子想请几家报个价，找临时托管服务三个月。`,
      from: '60000',
      to: '150000',
    });
  },
);

byKeys(
  'a dialog holds the focus, Escape closes it, and the focus is where it was',
  () => at.community,
  async (keys) => {
    const { page } = keys;
    await keys.enter(page.getByRole('button', { name: '更多操作' }));
    const item = page.getByRole('menuitem', { name: '撤回需求' });
    await item.waitFor();
    for (let i = 0; i < 12 && !(await item.evaluate((one) => one.contains(document.activeElement))); i += 1)
      await keys.press('ArrowDown');
    await keys.press('Enter');
    const dialog = page.getByRole('dialog', { name: '撤回这条需求' });
    await dialog.waitFor();
    expect(await staysInDialog(keys)).toBe(true);
    await keys.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await hasFocus(page, '更多操作')).toBe(true);
  },
);

byKeys(
  'the menu of the account opens and closes, and the focus is where it was',
  () => at.community,
  async (keys) => {
    const { page } = keys;
    await keys.enter(page.getByRole('button', { name: /我的菜单$/ }));
    const menu = page.getByRole('dialog');
    await menu.waitFor();
    expect(await staysInDialog(keys)).toBe(true);
    await keys.press('Escape');
    await menu.waitFor({ state: 'hidden' });
    expect(await hasFocus(page, /我的菜单$/)).toBe(true);
  },
);

byKeys(
  'a broker goes through the desk by j, k, Enter and ?, and introduces a package',
  () => at.broker,
  async (keys) => {
    const { page } = keys;
    const { login, password } = here.cast.broker;
    await signInByKeys(keys, login, password);
    await goToByKeys(keys, '撮合工作台');
    const tasks = page.getByRole('region', { name: '待办' }).getByRole('button', { name: needTitle });
    await lookAgainFor(tasks.first());
    const onTask = (): Promise<boolean> =>
      page.evaluate((title) => document.activeElement?.textContent?.includes(title) ?? false, needTitle);
    for (let i = 0; i < 20 && !(await onTask()); i += 1) await keys.press('j');
    expect(await onTask()).toBe(true);
    await keys.press('Enter');
    await page.getByRole('group', { name: '通话结果' }).waitFor();
    await keys.press('?');
    const help = page.getByRole('dialog', { name: '键盘操作' });
    await help.waitFor();
    expect(await staysInDialog(keys)).toBe(true);
    await keys.press('Escape');
    await help.waitFor({ state: 'hidden' });
    await keys.to(page.getByRole('checkbox', { name: new RegExp(`^选中推介.*${offer}$`) }));
    await keys.press('Space');
    await keys.to(page.getByLabel(/^给双方的话/));
    await keys.type('离得近');
    await keys.enter(page.getByRole('button', { name: '推介所选 1 家' }));
    await page.getByText('已推介').first().waitFor();
    await keys.press('Escape');
  },
);

byKeys(
  'a provider signs in, finds the need, responds and gets a receipt',
  () => at.firm,
  async (keys) => {
    await signInByKeys(keys, firm.login, firm.password);
    await goToByKeys(keys, '承接工作台');
    await lookAgainFor(keys.page.getByRole('region', { name: '适合我的需求' }).getByRole('link', { name: needTitle }));
    const receipt = await respondByKeys(keys, needTitle, {
      offer,
      prices: { 物业临时托管: '120000' },
      plan: '两天内进场，门岗保洁先恢复',
    });
    expect(receipt).toMatch(/\d/);
  },
);
