import { createOrganisation } from '@duijie/contracts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as association from './acts/association';
import { follow, goTo, lookAgainFor, signIn } from './acts/anybody';
import * as community from './acts/community';
import { openConsole, type Console, type Visitor } from './console';
import { stepsOf } from './steps-of';

jest.setTimeout(240_000);

let here: Console;
let office: Visitor;
let pending: string;
let place: string;
let ticket: association.Ticket;

beforeAll(async () => {
  here = await openConsole('first');
  const { cast, system, visitor } = here;
  pending = `新来物业服务有限公司${cast.word}`;
  const founder = await cast.provider('property_firm', `老字号物业服务有限公司${cast.word}`);
  await founder.client.call(createOrganisation, {
    body: { kind: 'property_firm', name: pending, district: cast.district, join: true },
  });
  const first = JSON.parse(
    readFileSync(join(system.environment['DUIJIE_STATE_DIR'] ?? '', 'administrator.json'), 'utf8'),
  ) as {
    readonly login: string;
    readonly password: string;
  };
  office = await visitor('administrator');
  await signIn(office.page, first.login, first.password);
  place = cast.unclaimed.shortName;
});
afterAll(() => here.stop());
const step = stepsOf(() => here);

step('an administrator verifies a firm that waits for it', async () => {
  const { page } = office;
  await goTo(page, '管理');
  const firm = page.getByRole('link', { name: pending });
  await lookAgainFor(firm);
  await follow(firm);
  await page.getByRole('button', { name: '通过核验' }).click();
  await page.getByText('已认证').first().waitFor();
});

step('and invites a community, by link and by code', async () => {
  ticket = await association.inviteCommunity(office.page, place);
  expect(new URL(ticket.link).origin).toBe(here.system.url);
});

step('somebody there opens the link on a phone, enters three fields, and posts a need', async () => {
  const phone = await here.visitor('newcomer', { width: 360 });
  const { page } = phone;
  await page.goto(ticket.link);
  await page.getByText(place).first().waitFor();
  await page.getByLabel('您的姓名').fill('王社区');
  await page.getByLabel('用户名').fill(`wang-${here.cast.word}`);
  await page.getByLabel('密码', { exact: true }).fill('ten-characters-and-more');
  await page.getByRole('button', { name: '开始使用' }).click();
  await page.getByRole('heading', { level: 1, name: /王社区/ }).waitFor();
  await community.postNeed(page, { what: '楼下路灯坏了三盏，想请人来修。', money: 'none' }, null);
  await goTo(page, '首页');
  await page.getByRole('button', { name: /我的菜单$/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click();
  await page.getByLabel('用户名').waitFor();
  await signIn(page, `wang-${here.cast.word}`, 'ten-characters-and-more');
  await phone.leave();
});

step('a link that was used lets nobody in a second time', async () => {
  const other = await here.visitor('stranger');
  other.expectRefusal(409, '/invitations/preview');
  const answered = other.page.waitForResponse((one) => one.url().endsWith('/invitations/preview'));
  await other.page.goto(ticket.link);
  expect((await answered).status()).toBe(409);
  await other.page.getByRole('alert').filter({ hasText: '邀请已被使用' }).waitFor();
  expect(await other.page.getByRole('button', { name: '开始使用' }).count()).toBe(0);
  await other.leave();
});

step('a colleague joins by the code that was told by telephone', async () => {
  const code = await association.inviteColleague(office.page);
  const colleague = await here.visitor('colleague');
  const { page } = colleague;
  await page.goto('/');
  await page.getByRole('link', { name: /邀请码/ }).click();
  await page.getByLabel(/^邀请码/).fill(code);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('您的姓名').fill('李撮合');
  await page.getByLabel('用户名').fill(`li-${here.cast.word}`);
  await page.getByLabel('密码', { exact: true }).fill('ten-characters-and-more');
  await page.getByRole('button', { name: '开始使用' }).click();
  await page.getByRole('heading', { level: 1, name: /李撮合/ }).waitFor();
  await goTo(page, '撮合工作台');
  await page.getByRole('heading', { level: 1, name: '撮合工作台' }).waitFor();
  await colleague.leave();
});
