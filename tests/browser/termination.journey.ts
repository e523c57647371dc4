import type { Newcomer } from '../e2e/people';
import { choose, giveReason, goTo, lookAgainFor, pickFile, signIn } from './acts/anybody';
import * as community from './acts/community';
import * as provider from './acts/provider';
import { openConsole, type Console, type Visitor } from './console';
import { stepsOf } from './steps-of';

jest.setTimeout(240_000);

let here: Console;
let firm: Newcomer;
let name: string;
let offer: string;
let at: Readonly<Record<'community' | 'firm', Visitor>>;
let need: community.PostedNeed;

beforeAll(async () => {
  here = await openConsole('ends');
  const { cast, visitor } = here;
  name = `北门物业服务有限公司${cast.word}`;
  firm = await cast.provider('property_firm', name);
  offer = await cast.offer(firm, `北门托管${cast.word}`, 90_000);
  at = { community: await visitor('community', { width: 360 }), firm: await visitor('firm') };
  await signIn(at.community.page, cast.community.login, cast.community.password);
  await signIn(at.firm.page, firm.login, firm.password);
});
afterAll(() => here.stop());
const step = stepsOf(() => here);

const post = (word: string): Promise<community.PostedNeed> =>
  community.postNeed(
    at.community.page,
    {
      what: `${word}${here.cast.word}院子想找临时托管服务三个月。`,
      money: { from: '40000', to: '90000' },
      async more(page) {
        await choose(page.getByLabel('方式', { exact: true }), '直接对接');
        await choose(page.getByLabel('资金来源'), '社区保障资金');
        await page.getByLabel('决定日期').fill('2026-01-05');
        await pickFile(page, '上传扫描件', '议事会决议.pdf');
        await page.getByText(/^已上传.*议事会决议/).waitFor();
      },
    },
    offer,
  );

step('a need is withdrawn with its reason', async () => {
  need = await post('甲');
  const { page } = at.community;
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '撤回需求' }).click();
  await giveReason(page, '撤回这条需求', '居民又有别的想法', '撤回需求');
  await page.getByText('已撤回', { exact: true }).first().waitFor();
});

step('a firm is asked directly, accepts by one tap, and the agreement is signed', async () => {
  await goTo(at.community.page, '首页');
  need = await post('乙');
  await community.askDirectly(at.community.page, offer, '60000');
  await provider.acceptRequest(at.firm.page, need.title);
  await at.community.page.goto(need.path);
  await lookAgainFor(at.community.page.getByRole('button', { name: '拟定协议' }));
  await community.draftAgreement(at.community.page);
  await community.recordSigned(at.community.page, here.today());
});

step('a payment that was recorded wrongly is reversed', async () => {
  const { page } = at.community;
  await community.pay(page, '6000', here.today());
  await page.getByRole('button', { name: '冲正', exact: true }).click();
  await giveReason(page, '冲正这笔登记', '多写了一个零', '冲正');
  await page.getByText('多写了一个零').first().waitFor();
});

step('the firm ends it, lists what it hands over, and the community ticks it off', async () => {
  const { page } = at.firm;
  await provider.openAgreement(page, need.title);
  await page.getByRole('button', { name: '终止协议' }).click();
  const dialog = page.getByRole('dialog', { name: /终止/ });
  await dialog.getByLabel(/原因/).fill('人手不足，双方商定提前结束');
  await dialog.getByLabel(/交接/).fill('门岗钥匙\n电梯维保合同');
  await dialog.getByRole('button', { name: '终止协议' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const key = at.community.page.getByRole('checkbox', { name: '门岗钥匙' });
  await lookAgainFor(key);
  await key.click();
  await lookAgainFor(page.getByRole('checkbox', { name: '门岗钥匙', checked: true }));
});

step('the need comes back to the community, which publishes it again', async () => {
  const { page } = at.community;
  await page.goto(need.path);
  const again = page.getByRole('link', { name: /重新发布/ }).first();
  await lookAgainFor(again);
  await again.click();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText('第 2 次').waitFor();
});
