import type { Actor } from '@duijie/contracts';
import { actorHeaders, anonymous, testNamespace } from '@duijie/testkit';
import { strFromU8, unzipSync } from 'fflate';
import { four, startNeighbourhood, twin, type Neighbourhood } from './neighbourhood';

const origin = 'https://duijie.example.cn';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let city: Neighbourhood;
beforeAll(async () => {
  city = await startNeighbourhood(testNamespace('npp'), { DUIJIE_ORIGIN: `${origin}/` });
}, 60_000);
afterAll(() => city.host.stop());

async function file(actor: Actor, path: string, part: string) {
  const answer = await fetch(`${city.host.url}/api/v1${path}`, { headers: actorHeaders(city.environment, actor) });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const name = decodeURIComponent(answer.headers.get('content-disposition')?.split("''")[1] ?? '');
  if (answer.status !== 200) return { status: answer.status, type: '', name, text: strFromU8(bytes) };
  const text = strFromU8(unzipSync(bytes)[part] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, '|');
  return { status: answer.status, type: answer.headers.get('content-type'), name, text };
}
const paper = (actor: Actor, path: string) => file(actor, path, 'word/document.xml');
const workbook = (actor: Actor, path: string) => file(actor, path, 'xl/worksheets/sheet1.xml');

test('a published need is a poster, a notice and a text for a chat, for everybody and without anybody’s phone', async () => {
  const need = await city.published({ ...four, contact: { name: '赵某', phone: '13812345678' } });
  const poster = await paper(anonymous, `/needs/${need.id}/poster`);
  expect(poster).toMatchObject({ status: 200, type: word, name: `需求海报-${need.title}.docx` });
  for (const words of [need.title, '锦江区牛市口街道', `${origin}/needs/${need.id}`, '不涉及资金'])
    expect(poster.text).toContain(words);
  const notice = await paper(anonymous, `/needs/${need.id}/notice`);
  expect(notice).toMatchObject({ status: 200, type: word, name: `需求公告-${need.title}.docx` });
  expect(notice.text).toContain('（盖章）');
  // Leaves by their names, not their codes.
  expect(notice.text).not.toMatch(/[a-z]+\.[a-z0-9-]+[|、]/);
  const { status, body } = await city.call(anonymous, 'GET', `/needs/${need.id}/group-text`);
  const { zh } = body as { zh: string };
  expect([status, zh.split('\n').at(-1)]).toEqual([200, `详情和响应：${origin}/needs/${need.id}`]);
  for (const text of [poster.text, notice.text, zh]) expect(text).not.toMatch(/1381234|赵某/);
});

test('a draft has no paper yet, and to others it is not there', async () => {
  const need = await city.draft();
  for (const path of ['poster', 'notice', 'group-text'].map((step) => `/needs/${need.id}/${step}`)) {
    expect(await city.call(city.poster(), 'GET', path)).toMatchObject({
      status: 409,
      body: { reason: 'need.not-published' },
    });
    expect((await city.call(city.member(twin), 'GET', path)).status).toBe(404);
    expect((await city.call(anonymous, 'GET', path)).status).toBe(404);
  }
});

test('lists are workbooks, with names of leaves, for whoever may see the list', async () => {
  const need = await city.published({
    ...four,
    title: '=1+1 加装电梯',
    money: { kind: 'fixed', amountFen: 6_000_050 },
  });
  const all = await workbook(anonymous, '/needs?format=xlsx');
  expect(all).toMatchObject({ status: 200, type: excel });
  expect(all.name).toMatch(/^需求列表-\d{4}-\d{2}-\d{2}\.xlsx$/);
  expect(all.text).toContain(need.title);
  expect(all.text).toContain('|60000.50|');
  expect(all.text).toContain('响应中');
  expect(all.text).not.toMatch(/[a-z]+\.[a-z0-9-]+[|、]/);
  const mine = await workbook(city.poster(), '/needs/mine?format=xlsx&state=responding');
  expect(mine.text).toContain(need.title);
  expect((await workbook(anonymous, '/needs/mine?format=xlsx')).status).toBe(401);
  expect((await workbook(city.member(twin), '/needs/mine?format=xlsx')).text).not.toContain(need.title);
});

test('without an address of its own the installation makes no code that leads nowhere', async () => {
  const other = await startNeighbourhood(testNamespace('npq'));
  try {
    const need = await other.published();
    expect(await other.call(other.poster(), 'GET', `/needs/${need.id}/poster`)).toMatchObject({
      status: 409,
      body: { reason: 'origin.unknown' },
    });
  } finally {
    await other.host.stop();
  }
}, 60_000);
