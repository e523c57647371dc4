import type { AwardView } from '@duijie/contracts';
import { actorHeaders, anonymous, aPerson } from '@duijie/testkit';
import { strFromU8, unzipSync } from 'fflate';
import { awardedCity } from './awarded-lot';
import { respondingCity, type RespondingCity } from './responding-city';
import type { People } from './decided-city';

jest.setTimeout(30_000);
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

interface City {
  readonly host: { readonly url: string };
  readonly environment: Readonly<Record<string, string>>;
}
async function paper(city: City, actor: Parameters<typeof actorHeaders>[1], path: string) {
  const answer = await fetch(`${city.host.url}/api/v1${path}`, { headers: actorHeaders(city.environment, actor) });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (answer.status !== 200) return { status: answer.status, text: strFromU8(bytes) };
  expect(answer.headers.get('content-type')).toBe(word);
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  const text = xml.replaceAll('</w:p>', '\n').replaceAll(/<[^>]+>/g, '');
  return { status: 200, text };
}

describe('of lots and responses', () => {
  let city: RespondingCity;
  let people: People;
  beforeAll(async () => {
    city = await respondingCity('dpp');
    people = await city.people();
  }, 60_000);
  afterAll(() => city.stop());

  test('a result is posted once there is one; who was ranked stands in the paper of those who may know', async () => {
    const [lotId, need] = await city.need(people.poster, 'quotation', {
      money: { kind: 'range', minFen: 0, maxFen: 9_000_000 },
    });
    await city.introduce(need.id, people.a);
    await city.introduce(need.id, people.b);
    const first = await city.respond(lotId, people.a, { priceFen: 5_000_050 });
    await city.respond(lotId, people.b, { priceFen: 6_000_000 });
    expect(await paper(city, people.poster, `/lots/${lotId}/result-notice`)).toMatchObject({
      status: 409,
      text: expect.stringContaining('lot.no-award'),
    });
    await city.close(lotId);
    const done = await city.onLot<AwardView>(people.poster, lotId, 'award', {
      responseId: first,
      reason: '价低且合要求',
    });
    expect(done.status).toBe(200);
    const posted = await paper(city, people.poster, `/lots/${lotId}/result-notice`);
    for (const words of [
      '结果公示',
      need.title,
      '甲物业',
      '伍万元伍角整',
      '价低且合要求',
      '名次',
      '乙社工',
      '（盖章）',
    ])
      expect(posted.text).toContain(words);
    // What the others asked for is nobody's business on a wall.
    expect(posted.text).not.toContain('60,000');
    const seen = await paper(city, anonymous, `/lots/${lotId}/result-notice`);
    expect(seen.text).toContain('甲物业');
    expect(seen.text).not.toContain('乙社工');
  });

  test('an emergency is posted as one, with its reason', async () => {
    const [lotId] = await city.need(people.poster, 'emergency');
    const done = await city.onLot(people.poster, lotId, 'appoint', {
      organisationId: people.a.actingFor?.organisationId,
      amountFen: 480_000,
      reason: '主管爆裂，污水入户',
    });
    expect(done).toMatchObject({ status: 200 });
    const { text } = await paper(city, anonymous, `/lots/${lotId}/result-notice`);
    for (const words of ['应急指定公示', '紧急情形及理由', '主管爆裂', '肆仟捌佰元整']) expect(text).toContain(words);
  });

  test('a receipt is for who responded, and says nothing of the offer; to others it is not there', async () => {
    const [lotId, need] = await city.need(people.poster, 'open_call', {
      responsesDueAt: new Date(city.deps.clock.now().getTime() + 3_600_000).toISOString(),
    });
    const ack = await city.create(people.a, lotId, {
      components: need.lots[0]?.components.map((code) => ({ code, amountFen: 4_242_400 })),
      plan: '机密方案',
      submit: true,
    });
    expect(ack.status).toBe(201);
    const path = `/responses/${ack.body.id}/receipt-paper`;
    const { status, text } = await paper(city, people.a, path);
    expect(status).toBe(200);
    for (const words of [ack.body.receipt?.number ?? '-', need.title, '甲物业', '密封', '北京时间'])
      expect(text).toContain(words);
    expect(text.replaceAll(/\s/g, '')).toContain(ack.body.receipt?.sha256);
    expect(text).not.toMatch(/机密|42,?424/);
    for (const actor of [people.poster, people.b, city.broker, city.officer])
      expect((await paper(city, actor, path)).status).toBe(404);
    expect((await paper(city, anonymous, path)).status).toBe(401);
  });
});

describe('of agreements', () => {
  let city: Awaited<ReturnType<typeof awardedCity>>;
  beforeAll(async () => {
    city = await awardedCity('dpq');
  }, 60_000);
  afterAll(() => city.stop());

  test('a draft is worked on in Word, and its sheet of acceptance is there from the beginning', async () => {
    const one = await city.awarded(
      { money: { kind: 'fixed', amountFen: 6_000_000 }, funding: 'community_fund' },
      6_000_000,
    );
    const drafted = await city.create(one.provider, '/agreements', { awardId: one.awardId });
    const id = drafted.body.id;
    const draft = await paper(city, one.poster, `/agreements/${id}/draft-paper`);
    for (const words of ['社区治理服务协议', '得胜南社区', '锦江物业', '陆万元整', '甲方（盖章）', '乙方（盖章）'])
      expect(draft.text).toContain(words);
    const sheet = await paper(city, one.provider, `/agreements/${id}/acceptance-sheet`);
    for (const words of ['项目验收单', one.need.title, '监督委员会意见', '评分', '□通过验收', '需求单位（盖章）'])
      expect(sheet.text).toContain(words);
    const stranger = aPerson('social_org', 'owner');
    const officer = aPerson('subdistrict', 'officer', { district: '锦江区', subdistrict: '牛市口街道' });
    for (const step of ['draft-paper', 'acceptance-sheet'])
      // Officers see agreements once they are signed.
      for (const actor of [stranger, officer])
        expect((await paper(city, actor, `/agreements/${id}/${step}`)).status).toBe(404);
  });
});
