import { choose, goTo, signIn } from './acts/anybody';
import { openConsole, type Console, type Visitor } from './console';
import { stepsOf } from './steps-of';

jest.setTimeout(240_000);

let here: Console;
let at: Readonly<Record<'firm' | 'office', Visitor>>;
let name: string;
let organisationId: string;

beforeAll(async () => {
  here = await openConsole('upkeep');
  const { cast, visitor } = here;
  name = `锦绣物业服务有限公司${cast.word}`;
  const firm = await cast.provider('property_firm', name);
  organisationId = firm.organisationId;
  await cast.offer(firm, `锦绣托管甲${cast.word}`, 90_000);
  await cast.offer(firm, `锦绣托管乙${cast.word}`, 30_000);
  const administrator = await cast.colleague('administrator');
  at = { firm: await visitor('firm', { width: 360 }), office: await visitor('office') };
  await signIn(at.firm.page, firm.login, firm.password);
  await signIn(at.office.page, administrator.login, administrator.password);
});
afterAll(() => here.stop());
const step = stepsOf(() => here);

step(
  'a firm changes its details on a phone; what is wrong stands at its field, what is verified is closed',
  async () => {
    const { page } = at.firm;
    await page.getByRole('button', { name: /我的菜单$/ }).click();
    await page.getByRole('button', { name: '本机构资料与成员' }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.getByRole('button', { name: '修改资料' }).click();
    expect(await page.getByLabel('名称', { exact: true }).isDisabled()).toBe(true);
    await page.getByLabel('联系人').fill('王敏');
    await page.getByLabel('联系电话').fill('先不填');
    await page.getByRole('button', { name: '加一项资质' }).click();
    await page.getByLabel('第 1 项资质的名称').fill('物业服务企业信用等级AAA');
    at.firm.expectRefusal(422, `/organisations/${organisationId}`);
    await page.getByRole('button', { name: '保存资料' }).click();
    await page.getByText('电话格式不对').waitFor();
    await page.getByLabel('联系电话').fill('028-8555 0000');
    await page.getByRole('button', { name: '保存资料' }).click();
    await page.getByText('王敏 028-8555 0000').waitFor();
    await page.getByText('物业服务企业信用等级AAA').waitFor();
  },
);

step('its head invites a colleague who may write', async () => {
  const { page } = at.firm;
  await page.getByRole('button', { name: '邀请成员' }).click();
  const dialog = page.getByRole('dialog', { name: '邀请成员' });
  await dialog.getByRole('radio', { name: '编辑' }).check();
  await dialog.getByRole('button', { name: '生成邀请' }).click();
  await dialog.locator('.admin-code').waitFor();
  await dialog.getByRole('button', { name: '关闭' }).first().click();
});

step('the association changes what it has verified', async () => {
  const { page } = at.office;
  await goTo(page, '管理');
  await page.getByText('已认证', { exact: true }).first().click();
  await page.getByRole('link', { name }).click();
  await page.getByRole('button', { name: '修改资料' }).click();
  await page.getByLabel('名称', { exact: true }).fill(`${name}成都分公司`);
  await page.getByRole('button', { name: '保存资料' }).click();
  await page.getByRole('heading', { level: 1, name: `${name}成都分公司` }).waitFor();
});

step('a rule is entered for one district, asked for its source, then changed', async () => {
  const { page } = at.office;
  await goTo(page, '管理');
  await page.getByRole('link', { name: '方式与规则' }).click();
  const funding = page.locator('.kit-section').filter({ has: page.getByRole('heading', { name: '资金使用规则' }) });
  await funding.getByRole('button', { name: '新增' }).click();
  const dialog = page.getByRole('dialog', { name: '新增：资金使用规则' });
  await dialog.getByLabel('中文表述').fill(`不得用于人员补贴${here.cast.word}`);
  await dialog.getByLabel('英文表述').fill('Not for allowances');
  await choose(dialog.getByLabel('适用地区'), here.cast.district);
  at.office.expectRefusal(422, '/funding-rules');
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.getByText('请注明出处').waitFor();
  await dialog.getByLabel(/^依据：/).fill('区保障资金管理办法第九条');
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const rule = funding.getByRole('listitem').filter({ hasText: `不得用于人员补贴${here.cast.word}` });
  await rule.getByText('区保障资金管理办法第九条').waitFor();
  await rule.getByRole('button', { name: '修改' }).click();
  const change = page.getByRole('dialog', { name: '修改：资金使用规则' });
  await change.getByLabel('停用').click();
  await change.getByRole('button', { name: '保存' }).click();
  await rule.getByText('已停用').waitFor();
});

step('a table is sorted by its head, and a view keeps that', async () => {
  const { page } = at.office;
  await goTo(page, '管理');
  await page.getByText('已认证', { exact: true }).first().click();
  const head = page.getByRole('columnheader', { name: '机构' });
  await head.getByRole('button').click();
  await page.locator('th[aria-sort=ascending]').waitFor();
  await head.getByRole('button').click();
  await page.locator('th[aria-sort=descending]').waitFor();
  await page.getByRole('button', { name: '视图' }).click();
  await page.getByLabel('视图名称').fill('倒着看');
  await page.getByRole('button', { name: '存为视图' }).click();
  await page.getByRole('button', { name: '视图：倒着看' }).waitFor();
  await goTo(page, '管理');
  await page.getByRole('button', { name: '视图', exact: true }).click();
  await page.getByRole('button', { name: '倒着看', exact: true }).click();
  await page.locator('th[aria-sort=descending]').waitFor();
});
