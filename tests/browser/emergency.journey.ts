import type { Newcomer } from '../e2e/people';
import { lookAgainFor, pickFile, signIn } from './acts/anybody';
import * as community from './acts/community';
import * as officer from './acts/officer';
import * as provider from './acts/provider';
import { openConsole, type Console, type Visitor } from './console';
import { stepsOf } from './steps-of';

jest.setTimeout(240_000);

let here: Console;
let firm: Newcomer;
let name: string;
let at: Readonly<Record<'officer' | 'firm', Visitor>>;
let title: string;

beforeAll(async () => {
  here = await openConsole('urgent');
  const { cast, visitor } = here;
  name = `应急物业服务有限公司${cast.word}`;
  firm = await cast.provider('property_firm', name);
  await cast.offer(firm, `应急托管${cast.word}`, 200_000);
  at = { officer: await visitor('officer'), firm: await visitor('firm', { width: 360 }) };
  await signIn(at.officer.page, cast.officer.login, cast.officer.password);
  await signIn(at.firm.page, firm.login, firm.password);
});
afterAll(() => here.stop());
const step = stepsOf(() => here);

step('an officer begins by the big button of the home page, and publishes at once', async () => {
  title = await officer.withdrawnFirm(at.officer.page, {
    compound: `望江院${here.cast.word}`,
    what: '六层楼梯房，一部电梯停运，垃圾两天没人收',
    reason: '原物业昨晚撤走，住户无人照管',
  });
});

step('appoints a firm with its reason, which holds at once', async () => {
  await officer.appoint(at.officer.page, {
    firm: name,
    yuan: '120000',
    reason: '四小时能进场',
    document: '街道办公会纪要〔2026〕3 号',
  });
  await lookAgainFor(at.officer.page.getByText('四小时能进场').first());
});

step('adds what it rests on', async () => {
  const { page } = at.officer;
  await pickFile(page, '上传依据', '会议纪要.pdf');
  await page.getByRole('button', { name: /会议纪要/ }).waitFor();
});

step('the firm learns of it, works, and the officer accepts and reviews', async () => {
  const { page } = at.officer;
  await community.draftAgreement(page);
  await community.recordSigned(page, here.today());
  await provider.openAgreement(at.firm.page, title);
  await provider.deliver(at.firm.page, '四小时进场，电梯当晚恢复');
  await community.accept(page, /^验收/);
  await community.review(page, '来得快');
  await lookAgainFor(at.firm.page.getByText('来得快'));
});
