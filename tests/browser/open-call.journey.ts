import type { Newcomer } from '../e2e/people';
import { choose, goTo, lookAgainFor, signIn } from './acts/anybody';
import * as broker from './acts/broker';
import * as community from './acts/community';
import * as objection from './acts/objection';
import * as provider from './acts/provider';
import { openConsole, type Console, type Visitor } from './console';
import { stepsOf } from './steps-of';

jest.setTimeout(240_000);

let here: Console;
let east: Newcomer;
let west: Newcomer;
let north: Newcomer;
let at: Readonly<Record<'community' | 'broker' | 'officer' | 'east' | 'west', Visitor>>;
let need: community.PostedNeed;
const names = { east: '东门物业服务有限公司', west: '西门物业服务有限公司', north: '北门物业服务有限公司' };

/** Days have gone by: everybody opens the browser again and signs in, whether the session has ended or is about to. */
async function everybodySignsIn(): Promise<void> {
  const { cast } = here;
  for (const [visitor, who] of [
    [at.community, cast.community],
    [at.broker, cast.broker],
    [at.officer, cast.officer],
    [at.east, east],
    [at.west, west],
  ] as const) {
    await visitor.page.context().clearCookies();
    await signIn(visitor.page, who.login, who.password);
  }
}

beforeAll(async () => {
  here = await openConsole('call');
  const { cast, visitor } = here;
  names.east += cast.word;
  names.west += cast.word;
  names.north += cast.word;
  east = await cast.provider('property_firm', names.east);
  west = await cast.provider('property_firm', names.west);
  north = await cast.provider('property_firm', names.north);
  await cast.offer(east, `东门应急托管${cast.word}`, 1_200_000);
  await cast.offer(west, `西门应急托管${cast.word}`, 1_100_000);
  at = {
    community: await visitor('community'),
    broker: await visitor('broker'),
    officer: await visitor('officer', { width: 768 }),
    east: await visitor('east'),
    west: await visitor('west', { width: 360 }),
  };
  await everybodySignsIn();
});
afterAll(() => here.stop());
const step = stepsOf(() => here);

step('a community posts a need for an open call, and it waits for screening', async () => {
  need = await community.postNeed(
    at.community.page,
    {
      what: `${here.cast.word}小区想公开征集临时托管服务半年，门岗、保洁、电梯都要有人管。`,
      money: { from: '800000', to: '1300000' },
      async more(page) {
        await page.getByRole('button', { name: '去掉 物业服务引入' }).click();
        await choose(page.getByLabel('方式', { exact: true }), '公开征集');
        await choose(page.getByLabel('资金来源'), '社区保障资金');
        await page.getByLabel('决定日期').fill('2026-01-05');
        await page.getByText(/^至少要有 3 份有效响应/).waitFor();
      },
    },
    `东门应急托管${here.cast.word}`,
  );
  await at.community.page.getByText('待审核', { exact: true }).waitFor();
});

step('a broker publishes it', async () => {
  await broker.approve(at.broker.page, need.title);
  await lookAgainFor(at.community.page.getByText('已收到 0 份响应'));
  await at.community.page.getByText(/^至少要有 3 份有效响应/).waitFor();
});

step('two firms hand in sealed responses and get receipts', async () => {
  for (const [visitor, offer, price, plan] of [
    [at.east, `东门应急托管${here.cast.word}`, '1180000', '东门方案：四十八小时内进场，先恢复电梯'],
    [at.west, `西门应急托管${here.cast.word}`, '1080000', '西门方案：一周内进场，先清垃圾'],
  ] as const) {
    await provider.beginResponse(visitor.page, need.title);
    await provider.writeResponse(visitor.page, { offer, prices: { 物业临时托管: price }, plan });
    expect(await provider.handIn(visitor.page)).toMatch(/\d/);
    expect(await visitor.page.getByText(plan).count()).toBe(0);
  }
  // A call wants three: the third one works through the interface for programs.
  await here.cast.respond(north, need.path, 1_150_000);
});

step('nobody reads them before the deadline', async () => {
  for (const { page } of [at.community, at.broker]) {
    await page.goto(need.path);
    await lookAgainFor(page.getByText('已收到 3 份响应'));
    await page.getByText(/响应已密封/).waitFor();
    expect(await page.getByText(/^至少要有 3 份/).count()).toBe(0);
    expect(await page.getByText(/东门方案|1,180,000|118万/).count()).toBe(0);
    expect(await page.getByRole('button', { name: /^选定/ }).count()).toBe(0);
  }
});

step('after the deadline they lie open side by side', async () => {
  await here.forwardTo((await here.cast.lotOf(need.path)).responsesDueAt);
  await everybodySignsIn();
  const { page } = at.community;
  await page.goto(need.path);
  const table = page.getByRole('table', { name: '响应并排比较' });
  await lookAgainFor(table);
  for (const text of [names.east, names.west, '东门方案', '西门方案']) await table.getByText(text).first().waitFor();
});

step('the community scores both and chooses the first', async () => {
  await community.award(at.community.page, names.east, '综合评分第一，进场最快', {
    [names.east]: { 方案: 92, 价格: 80, 团队: 88 },
    [names.west]: { 方案: 75, 价格: 90, 团队: 80 },
    [names.north]: { 方案: 60, 价格: 85, 团队: 70 },
  });
  await at.community.page.getByText('结果公示').first().waitFor();
});

step('the firm that lost asks unnamed; the association screened the need, so the street passes it on', async () => {
  await objection.ask(at.west.page, need.title, '第一名的人员排班怎么核实');
  const { page } = at.broker;
  await page.goto(need.path);
  await lookAgainFor(page.getByText(/^本机构起草或审核过这条需求/));
  expect(await page.getByRole('button', { name: '匿名转达给发布方' }).count()).toBe(0);
  await at.officer.page.goto(need.path);
  await objection.passOn(at.officer.page);
});

step('the community answers without learning who asked', async () => {
  await at.community.page.reload();
  const asked = at.community.page.getByRole('listitem').filter({ hasText: '未署名的疑问' });
  await lookAgainFor(asked);
  const words = (await asked.textContent()) ?? '';
  expect(words).toContain('第一名的人员排班怎么核实');
  expect(words).not.toContain(names.west);
  await objection.answer(at.community.page, '以响应材料中的人员排班为准');
});

step('made formal, the objection stops the result until the street dismisses it', async () => {
  await objection.makeFormal(at.west.page, '以响应材料中的人员排班为准');
  const { page } = at.officer;
  await page.goto('/');
  const waiting = page.getByRole('listitem').filter({ hasText: need.title }).getByRole('link', { name: '去处理' });
  await lookAgainFor(waiting);
  await waiting.click();
  await page.waitForURL(({ pathname }) => pathname === need.path);
  await objection.dismiss(page, '经核实，人员已签约');
});

step('after the notice the agreement is drafted and recorded as signed', async () => {
  await here.forwardTo((await here.cast.lotOf(need.path)).award?.noticeUntil);
  await everybodySignsIn();
  const { page } = at.community;
  await page.goto(need.path);
  await lookAgainFor(page.getByRole('button', { name: '拟定协议' }));
  await community.draftAgreement(page);
  await community.recordSigned(page, here.today());
  await provider.openAgreement(at.east.page, need.title);
});

step('a delivery is sent back, put right, paid for, and accepted with its sheet', async () => {
  const { page } = at.community;
  const day = here.today();
  await provider.deliver(at.east.page, '第一次交付');
  await community.sendBack(page, '电梯仍有一部未恢复');
  await lookAgainFor(at.east.page.getByText('电梯仍有一部未恢复'));
  await provider.deliver(at.east.page, '电梯已全部恢复');
  await community.pay(page, '200000', day);
  await community.accept(page, /^验收/, {
    criterion: '服务质量',
    score: 93,
    supervisors: '李监督、赵监督',
    end: '符合约定，验收通过',
  });
  await community.review(page, '进场快移交清楚');
  await lookAgainFor(at.east.page.getByText('进场快移交清楚'));
  await goTo(at.east.page, '首页');
});
