import type { Newcomer } from '../e2e/people';
import { choose, follow, giveReason, lookAgainFor, pickFile, signIn } from './acts/anybody';
import * as community from './acts/community';
import * as provider from './acts/provider';
import { openConsole, type Console, type Visitor } from './console';
import { stepsOf } from './steps-of';

jest.setTimeout(240_000);

let here: Console;
let leader: Newcomer;
let member: Newcomer;
let partner: string;
let offer: string;
let at: Readonly<Record<'community' | 'leader' | 'member', Visitor>>;
let need: community.PostedNeed;

beforeAll(async () => {
  here = await openConsole('joint');
  const { cast, visitor } = here;
  partner = `南门社工服务中心${cast.word}`;
  leader = await cast.provider('property_firm', `南门物业服务有限公司${cast.word}`);
  member = await cast.provider('social_org', partner);
  offer = await cast.offer(leader, `南门应急托管${cast.word}`, 450_000);
  at = {
    community: await visitor('community'),
    leader: await visitor('leader'),
    member: await visitor('member', { width: 360 }),
  };
  await signIn(at.community.page, here.cast.community.login, here.cast.community.password);
  await signIn(at.leader.page, leader.login, leader.password);
  await signIn(at.member.page, member.login, member.password);
});
afterAll(() => here.stop());
const step = stepsOf(() => here);

step('a community asks in an open call', async () => {
  need = await community.postNeed(
    at.community.page,
    {
      what: `${here.cast.word}小区想公开征集临时托管服务半年。`,
      money: { from: '300000', to: '500000' },
      async more(page) {
        await choose(page.getByLabel('方式', { exact: true }), '公开征集');
        await choose(page.getByLabel('资金来源'), '社区保障资金');
        await page.getByLabel('决定日期').fill('2026-01-05');
      },
    },
    offer,
  );
});

step('a firm writes a response with a partner, who is asked and joins by one tap', async () => {
  const { page } = at.leader;
  await provider.beginResponse(page, need.title);
  await provider.writeResponse(page, {
    offer,
    prices: { 物业临时托管: '410000', 物业服务引入: '30000' },
    plan: '南门方案：物业进场，社工走访',
  });
  await page.getByRole('combobox', { name: '添加成员机构' }).fill(partner);
  await page.locator('.ant-select-item-option:visible').filter({ hasText: partner }).click();
  await page.getByRole('button', { name: '保存并邀请成员' }).click();
  await page.getByText(/还有 1 家成员没有确认/).waitFor();
  await pickFile(page, '上传文件', '方案.pdf');
  await page.getByRole('button', { name: '移除 方案.pdf' }).waitFor();

  const other = at.member.page;
  await other.goto('/');
  const look = other
    .getByRole('listitem')
    .filter({ hasText: '邀请您加入联合体' })
    .getByRole('link', { name: '去答复' });
  await lookAgainFor(look);
  await follow(look);
  await other.getByRole('button', { name: '确认加入联合体' }).click();
  await other.getByText('您已确认加入').or(other.getByText('已确认加入')).first().waitFor();
});

step('the leader sees that, and hands the response in', async () => {
  const { page } = at.leader;
  await page.getByText(/还有 1 家成员没有确认/).waitFor({ state: 'hidden' });
  expect(await provider.handIn(page)).toMatch(/\d/);
});

step('and takes it back before the deadline', async () => {
  const { page } = at.leader;
  await page.getByRole('button', { name: '撤回', exact: true }).click();
  await giveReason(page, '撤回这份响应', '报价有误，重新计算', '撤回');
  await page.getByText('已撤回', { exact: true }).first().waitFor();
  await at.community.page.goto(need.path);
  await lookAgainFor(at.community.page.getByText('已收到 0 份响应'));
});
