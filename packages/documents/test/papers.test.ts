import { strFromU8, unzipSync } from 'fflate';
import {
  acceptanceSheet,
  agreementDraft,
  awardNotice,
  needGroupText,
  needNotice,
  needPoster,
  responseReceiptPaper,
} from '../src/index';
import { contest, head, longAgreement, longNeed, receipt, samples, shortAgreement, shortNeed } from './samples';
import { wellFormed } from './well-formed';

const partsOf = (bytes: Buffer): Readonly<Record<string, Uint8Array>> => unzipSync(bytes);
const xmlOf = (bytes: Buffer): string => strFromU8(partsOf(bytes)['word/document.xml'] ?? new Uint8Array());
/** Words of a paper: paragraphs by lines. */
const textOf = (bytes: Buffer): string =>
  xmlOf(bytes)
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"');

// Drawing the codes and loading the library takes its time on a busy machine.
jest.setTimeout(60_000);

test.each(Object.entries(samples))(
  '%s is whole Word: every part well-formed, nothing undefined, A4',
  async (_name, make) => {
    const bytes = await make();
    const parts = Object.entries(partsOf(bytes)).filter(([part]) => /\.(?:xml|rels)$/.test(part));
    expect(parts.length).toBeGreaterThan(5);
    for (const [part, content] of parts) expect([part, wellFormed(strFromU8(content))]).toEqual([part, true]);
    expect(xmlOf(bytes)).toMatch(/<w:pgSz[^>]*w:w="11906" w:h="16838"/);
    expect(textOf(bytes)).not.toMatch(/undefined|null|NaN|\[object|\d{4}-\d{2}-\d{2}T/);
    // Half-width commas and full stops of ours between Chinese words would not be Chinese.
    expect(textOf(bytes)).not.toMatch(/\p{Script=Han}[,;:?!]\p{Script=Han}/u);
  },
);

test('official paper has the margins and the page number of the standard', async () => {
  const bytes = await needNotice(shortNeed);
  expect(xmlOf(bytes)).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
  expect(strFromU8(partsOf(bytes)['word/footer1.xml'] ?? new Uint8Array())).toContain('PAGE');
});

test('every paper to be signed has room for the seal, in one piece', async () => {
  for (const [name, make] of Object.entries(samples)) {
    if (name.startsWith('海报') || name.startsWith('响应回执')) continue;
    const bytes = await make();
    expect([name, textOf(bytes).includes('（盖章）')]).toEqual([name, true]);
    const rows = xmlOf(bytes).match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    const sealed = rows.find((row) => row.includes('（盖章）')) ?? '';
    expect(sealed).toContain('<w:cantSplit/>');
    expect(Number(/<w:trHeight w:val="(\d+)" w:hRule="atLeast"/.exec(sealed)?.[1])).toBeGreaterThanOrEqual(1417);
  }
});

test('a notice of a result says who, for how much, in capitals too, and until when one may object', async () => {
  const text = textOf(await awardNotice(contest));
  expect(text).toContain('承接单位：成都安居社会工作服务中心');
  expect(text).toContain('人民币98,500元（大写：玖万捌仟伍佰元整）');
  expect(text).toContain('公示期7日，自2026年12月21日起至2026年12月28日18:00止。');
  expect(text).toContain('91.25');
});

test('scores are left out where nobody was scored', async () => {
  const ranking = contest.ranking.map((one) => ({ ...one, total: null }));
  expect(textOf(await awardNotice({ ...contest, ranking }))).not.toMatch(/综合得分\n|91\.25|—/);
});

test('an acceptance sheet adds its scores up, and leaves room for what is written by hand', async () => {
  const text = textOf(await acceptanceSheet({ agreement: longAgreement, services: [] }));
  expect(text).toMatch(/合计\s+100\s+92/);
  for (const name of ['周某某', '吴某某', '郑某某', '监督委员会意见']) expect(text).toContain(name);
  const blank = textOf(await acceptanceSheet({ agreement: shortAgreement, services: [] }));
  expect(blank).toContain('□通过验收');
  expect(blank).toContain('待补充');
  // Only fund projects are scored.
  expect(blank).not.toContain('评分');
});

test('the conclusion of a finished agreement stands on its sheet instead of boxes', async () => {
  const agreement = { ...longAgreement, conclusion: '同意通过验收。' };
  const text = textOf(await acceptanceSheet({ agreement, services: [] }));
  expect(text).toContain('同意通过验收。');
  expect(text).not.toContain('□');
});

test('an agreement without money speaks of no payment, one with money of who is paid what', async () => {
  const leafName = (code: string) => (code === 'a' ? '楼道堆物清理' : undefined);
  const free = textOf(await agreementDraft({ agreement: shortAgreement, leafName }));
  expect(free).toContain('本协议不涉及资金支付');
  expect(free).not.toContain('大写');
  const paid = textOf(await agreementDraft({ agreement: longAgreement, leafName }));
  expect(paid).toContain('人民币98,500.50元（大写：玖万捌仟伍佰元伍角整）');
  expect(paid).toMatch(/楼道堆物清理\s+成都安居社会工作服务中心\s+50,000\.00/);
  // A leaf without a name shows its code rather than nothing.
  expect(paid).toMatch(/\n\s*b\s+四川和顺物业服务有限公司\s+38,500\.50/);
});

test('what people wrote cannot break the file: markup, control characters, lone surrogates', async () => {
  const title = '清理<b>&"楼道"\u0000\u000b\ud800第二行';
  const need = { ...shortNeed.need, title, description: 'a\u0001b\r\n\r\nc <x>' };
  for (const bytes of [await needNotice({ ...shortNeed, need }), await needPoster({ ...shortNeed, need })]) {
    expect(wellFormed(xmlOf(bytes))).toBe(true);
    expect(textOf(bytes)).toContain('清理<b>&"楼道"第二行');
  }
});

test('the head of a paper names the association and where to reach it; its seal stands where one would be asked for', async () => {
  const bytes = await responseReceiptPaper({ ...receipt, head });
  const header = strFromU8(partsOf(bytes)['word/header1.xml'] ?? new Uint8Array());
  expect(header).toContain(head.name);
  expect(header).toContain('地址：成都市锦江区某某路100号7楼　电话：028-8600 0000');
  expect(Object.keys(partsOf(bytes)).filter((part) => part.endsWith('.png'))).toHaveLength(1);
  const [, across] = /<wp:anchor.*?<wp:extent cx="(\d+)"/s.exec(xmlOf(bytes)) ?? [];
  expect(Math.round(Number(across) / 36_000)).toBe(42);
  expect(textOf(bytes)).not.toContain('（盖章）');
  expect(textOf(bytes)).not.toContain('无需盖章');
  expect(textOf(await needPoster({ ...longNeed, head }))).toContain(`${head.name}　组织对接`);
});

test('a poster holds a code that is large, and its words stay within what one page takes', async () => {
  const bytes = await needPoster(longNeed);
  const [, across] = /<wp:extent cx="(\d+)"/.exec(xmlOf(bytes)) ?? [];
  const millimetres = Number(across) / 36_000;
  expect(millimetres).toBeGreaterThanOrEqual(74);
  expect(textOf(bytes)).toContain('2026年12月20日18:00截止');
  const endless = { ...longNeed.need, title: '长'.repeat(300), organisationName: '名'.repeat(80) };
  const text = textOf(await needPoster({ ...longNeed, need: endless, services: ['服务'.repeat(100)] }));
  expect(text).toContain('…');
  expect(text.length).toBeLessThan(400);
});

test('a text for a group chat is short lines with the address at the end, without anybody’s phone', () => {
  const { zh, en } = needGroupText({ ...longNeed, services: [{ zh: '楼道堆物清理', en: 'Clearing of stairways' }] });
  expect(zh.split('\n')).toEqual([
    `【需求】${longNeed.need.title}`,
    '发布：成都市锦江区春熙路街道得胜社区居民委员会',
    '地点：锦江区春熙路街道得胜社区幸福里小区',
    '内容：楼道堆物清理',
    '时间：2027年1月1日至2027年6月30日',
    '资金：6万元至105,000.50元',
    '可承接：物业服务企业、社会组织、志愿服务队、社会企业',
    '截止：2026年12月20日18:00',
    `详情和响应：${longNeed.url}`,
  ]);
  expect(en).toContain('Until: 2026-12-20 18:00 (China)');
  expect(needGroupText({ ...shortNeed, services: [] }).zh).toContain('资金：不涉及资金');
});
