import type { overdueMilestone } from '@duijie/contracts';
import type { AgreementBody, AgreementView, Page, Problem } from '@duijie/contracts';
import { aPerson } from '@duijie/testkit';
import type { z } from 'zod';
import { awardedCity } from './awarded-lot';

jest.setTimeout(30_000);
let city: Awaited<ReturnType<typeof awardedCity>>;
beforeAll(async () => {
  city = await awardedCity('dv');
}, 60_000);
afterAll(() => city.stop());

const broker = aPerson('association', 'broker', { organisationName: '协会' });
const officer = aPerson('subdistrict', 'officer', { district: '锦江区', subdistrict: '牛市口街道' });
const officerElsewhere = aPerson('subdistrict', 'officer', { district: '锦江区', subdistrict: '春熙路街道' });
const stranger = aPerson('social_org', 'owner');
const paid = { money: { kind: 'fixed', amountFen: 6_000_000 } as const };
const free = { money: { kind: 'none' } as const, funding: 'none' as const, mode: 'claim' as const };

test('delivered, sent back with reasons, delivered again with a photograph, accepted; a change in between', async () => {
  const one = await city.awarded({ money: { kind: 'range', minFen: 0, maxFen: 7_000_000 } }, 6_000_000);
  const signed = await city.signedOnPaper(one, {
    endsOn: '2026-06-30',
    milestones: [{ title: '一期', dueOn: '2026-01-10' }, { title: '二期' }],
  });
  const path = `/agreements/${signed.id}`;
  const milestone = `${path}/milestones/${signed.milestones[0]?.id}`;
  expect((await city.change(one.poster, `${milestone}/accept`, signed.version)).status).toBe(409);
  expect((await city.change(one.poster, `${milestone}/deliver`, signed.version)).status).toBe(403);
  const delivered = await city.change(one.provider, `${milestone}/deliver`, signed.version, { note: '已做完' });
  expect(delivered.body.milestones[0]).toMatchObject({ state: 'delivered', waitsFor: 'poster', overdue: false });
  expect((await city.change(one.provider, `${milestone}/accept`, delivered.body.version)).status).toBe(403);
  expect((await city.change(one.poster, `${milestone}/accept`, signed.version)).status).toBe(412);
  const back = await city.change(one.poster, `${milestone}/send-back`, delivered.body.version, {
    reason: '三单元没做',
  });
  expect(back.body.milestones[0]).toMatchObject({ state: 'sent_back', waitsFor: 'provider', overdue: true });

  const overdue = (actor: Parameters<typeof city.call>[0]) =>
    city.call<Page<z.output<typeof overdueMilestone>>>(actor, '/agreements/overdue?limit=100');
  for (const actor of [broker, officer, one.poster, one.provider])
    expect((await overdue(actor)).body.items).toContainEqual(
      expect.objectContaining({ agreementId: signed.id, waitsFor: 'provider', since: '2026-01-10', title: '一期' }),
    );
  expect((await overdue(officerElsewhere)).body.items).toEqual([]);

  const photo = await city.upload(
    one.provider,
    `${path}/files`,
    { purpose: 'delivery' },
    { 'idempotency-key': 'photograph-1' },
  );
  const fileId = photo.body.files.at(-1)?.id;
  expect(
    (await city.change<Problem>(one.provider, `${milestone}/deliver`, photo.body.version, { fileIds: [signed.id] }))
      .body.errors,
  ).toMatchObject([{ pointer: '/fileIds' }]);
  const again = await city.change(one.provider, `${milestone}/deliver`, photo.body.version, { fileIds: [fileId] });
  const accepted = await city.change(one.poster, `${milestone}/accept`, again.body.version, { note: '好' });
  expect(accepted.body).toMatchObject({ state: 'signed', milestones: [{ state: 'accepted' }, { state: 'planned' }] });
  expect(accepted.body.milestones[0]?.steps.map(({ kind, note }) => [kind, note])).toEqual([
    ['delivered', '已做完'],
    ['sent_back', '三单元没做'],
    ['delivered', ''],
    ['accepted', '好'],
  ]);

  const proposed = await city.create(one.provider, `${path}/changes`, {
    reason: '增加两个楼栋',
    terms: {
      priceFen: 7_000_000,
      milestones: [{ id: signed.milestones[0]?.id, title: '一期', dueOn: '2026-01-10' }, { title: '增加的二期' }],
    },
  });
  expect(proposed.body).toMatchObject({
    priceFen: 6_000_000,
    openChange: {
      state: 'proposed',
      proposedBy: 'provider',
      remarks: [{ zh: expect.stringContaining('第四十九条') }],
    },
  });
  const told = async () => (await city.told<AgreementBody>('agreement.changed.v1', signed.id)).at(-1);
  expect(await told()).toMatchObject({ openChange: { by: 'provider' }, waitsFor: 'poster' });
  const second = await city.create<Problem>(one.poster, `${path}/changes`, {
    reason: '改期',
    terms: { endsOn: '2026-07-31' },
  });
  expect(second).toMatchObject({ status: 409, body: { reason: 'change.open' } });
  const change = `${path}/changes/${proposed.body.openChange?.id}`;
  expect((await city.change(one.provider, `${change}/agree`, proposed.body.version)).status).toBe(403);
  expect((await city.change(one.poster, `${change}/withdraw`, proposed.body.version)).status).toBe(403);
  const agreed = await city.change(one.poster, `${change}/agree`, proposed.body.version);
  expect(agreed.body).toMatchObject({
    priceFen: 7_000_000,
    openChange: null,
    termsNumber: 2,
    components: [{ amountFen: 7_000_000 }],
    milestones: [{ state: 'accepted' }, { title: '增加的二期', state: 'planned' }],
  });
  expect(await told()).toMatchObject({ openChange: null, waitsFor: null });
  const undone = await city.create<Problem>(one.poster, `${path}/changes`, {
    reason: '去掉已验收的',
    terms: { milestones: [{ title: '新的' }] },
  });
  expect(undone.body.errors).toMatchObject([{ pointer: '/terms/milestones' }]);
  expect(
    await city.rows('SELECT number FROM agreement_terms WHERE agreement_id = ? ORDER BY number', [signed.id]),
  ).toEqual([{ number: 1 }, { number: 2 }]);
});

test('a fund project completes with scores, supervisors and a conclusion, and not without', async () => {
  const one = await city.awarded({ ...paid, funding: 'special_fund' }, 6_000_000);
  const signed = await city.signedOnPaper(one);
  expect(signed.fundProject).toBe(true);
  const milestone = `/agreements/${signed.id}/milestones/${signed.milestones[0]?.id}`;
  const delivered = await city.change(one.provider, `${milestone}/deliver`, signed.version);
  const bare = await city.change<Problem>(one.poster, `${milestone}/accept`, delivered.body.version);
  expect(bare.body.errors?.map(({ pointer }) => pointer)).toEqual(['/scores', '/supervisors', '/conclusion']);
  const sheet = {
    scores: [{ criterion: '服务质量', score: 46, outOf: 50 }],
    supervisors: ['王一', '李二'],
    conclusion: '合格，准予结项',
  };
  const atOnce = await Promise.all(
    [1, 2, 3].map(() => city.change(one.poster, `${milestone}/accept`, delivered.body.version, sheet)),
  );
  expect(atOnce.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
  const done = (await city.call<AgreementView>(one.poster, `/agreements/${signed.id}`)).body;
  expect(done).toMatchObject({ state: 'completed', conclusion: '合格，准予结项' });
  expect(done.milestones[0]?.steps.at(-1)?.sheet).toEqual({ ...sheet });
  expect(await city.used(one.packageId)).toBe(0);
});

test('a termination gives the lot back, frees the capacity once, and lists what is handed over', async () => {
  const one = await city.awarded(free);
  const signed = await city.lightlySigned(one);
  const end = (actor = one.provider) =>
    city.change(actor, `/agreements/${signed.id}/terminate`, signed.version, {
      reason: '人手不足',
      handOver: ['钥匙', '台账'],
    });
  expect((await end(stranger)).status).toBe(404);
  const both = await Promise.all([end(), end(one.poster), end()]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
  expect(await city.lot(one.lotId)).toMatchObject({ state: 'given_back', because: { zh: '协议已终止：人手不足' } });
  expect(await city.used(one.packageId)).toBe(0);
  const ended = both.find(({ status }) => status === 200)?.body as AgreementView;
  const ticked = await city.change(
    one.poster,
    `/agreements/${ended.id}/hand-over/${ended.handOver[0]?.id}`,
    ended.version,
    {
      done: true,
    },
  );
  expect(ticked.body.handOver).toMatchObject([
    { title: '钥匙', done: true },
    { title: '台账', done: false },
  ]);
  expect((await city.create(one.poster, '/agreements', { awardId: one.awardId })).status).toBe(409);
});
