import type { agreementPayment, agreementTimelineEntry } from '@duijie/contracts';
import type { AgreementBody, AgreementSummary, AgreementView, Page, Problem } from '@duijie/contracts';
import { aNeedBody, actorHeaders, anonymous, aPerson } from '@duijie/testkit';
import type { z } from 'zod';
import {
  agreementListSql,
  compoundAgreementsSql,
  overdueListSql,
} from '../src/agreements/persistence/agreement-lists.read-model';
import { awardedCity } from './awarded-lot';

jest.setTimeout(30_000);
let city: Awaited<ReturnType<typeof awardedCity>>;
beforeAll(async () => {
  city = await awardedCity('ag');
}, 60_000);
afterAll(() => city.stop());

type Payment = z.output<typeof agreementPayment>;
const broker = aPerson('association', 'broker', { organisationName: '协会' });
const officer = aPerson('subdistrict', 'officer', { district: '锦江区', subdistrict: '牛市口街道' });
const officerElsewhere = aPerson('subdistrict', 'officer', { district: '锦江区', subdistrict: '春熙路街道' });
const stranger = aPerson('social_org', 'owner');
const otherCommunity = aPerson('community', 'owner');
const paid = { money: { kind: 'fixed', amountFen: 6_000_000 } as const };
const free = { money: { kind: 'none' } as const, funding: 'none' as const, mode: 'claim' as const };
const two = ['property.custody', 'environment.cleaning'];
const twoComponents = (lotId: string) => ({
  lots: [{ id: lotId, title: '全部', components: two }],
  components: two.map((code) => ({ code, source: 'given' as const, confidence: 1, evidence: [] })),
});
const lotA = '019a0000-0000-7000-8000-0000000000a1';
const lotB = '019a0000-0000-7000-8000-0000000000a2';
const lotD = '019a0000-0000-7000-8000-0000000000a4';
const lotC = '019a0000-0000-7000-8000-0000000000a3';

describe('the light way', () => {
  test('one tap a side signs it, the lot is in delivery, and one tap a side more completes it', async () => {
    const one = await city.awarded(free);
    expect(await city.used(one.packageId)).toBe(1);
    const signed = await city.lightlySigned(one);
    expect(signed).toMatchObject({
      priceFen: null,
      milestones: [{ title: '全部完成', state: 'planned', waitsFor: 'provider' }],
      components: [{ code: 'property.custody', organisationId: one.provider.actingFor?.organisationId }],
      files: [],
    });
    expect(await city.lot(one.lotId)).toMatchObject({ state: 'in_delivery', agreementId: signed.id });
    const done = await city.finished(one, signed);
    expect(done).toMatchObject({ conclusion: '全部节点验收通过', milestones: [{ state: 'accepted', waitsFor: null }] });
    expect(await city.lot(one.lotId)).toMatchObject({ state: 'completed' });
    expect(await city.used(one.packageId)).toBe(0);
    const told = await city.told<AgreementBody>('agreement.changed.v1', signed.id);
    expect(told.map(({ version, state }) => [version, state])).toEqual([
      [1, 'drafted'],
      [2, 'signed'],
      [3, 'signed'],
      [4, 'completed'],
    ]);
    const steps = await city.call<Page<z.output<typeof agreementTimelineEntry>>>(
      one.poster,
      `/agreements/${signed.id}/timeline`,
    );
    expect(steps.body.items.map(({ action, to }) => [action, to])).toEqual([
      ['agreement.completed', 'completed'],
      ['milestone.accepted', null],
      ['milestone.delivered', null],
      ['agreement.signed', 'signed'],
      ['agreement.drafted', 'drafted'],
    ]);
  });

  test('money asks for the stamped scan: no tap signs it', async () => {
    const one = await city.awarded(paid, 6_000_000);
    const drafted = await city.create(one.provider, '/agreements', { awardId: one.awardId, confirm: true });
    expect(drafted.body).toMatchObject({ form: 'paper', confirmed: { poster: null, provider: null } });
    const tapped = await city.change<Problem>(
      one.poster,
      `/agreements/${drafted.body.id}/confirm`,
      drafted.body.version,
    );
    expect(tapped).toMatchObject({ status: 409, body: { reason: 'agreement.needs-scan' } });
  });

  test('two who draft at once make one agreement, and what was dropped may be drafted again', async () => {
    const one = await city.awarded(free);
    const both = await Promise.all(
      [one.poster, one.provider, one.poster, broker].map((actor) =>
        city.create(actor, '/agreements', { awardId: one.awardId }),
      ),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409]);
    const drafted = both.find(({ status }) => status === 201)?.body as AgreementView;
    const dropped = await city.change(one.provider, `/agreements/${drafted.id}/cancel`, 1, { reason: '条件有误' });
    expect(dropped.body).toMatchObject({ state: 'cancelled', because: '条件有误' });
    expect(await city.lot(one.lotId)).toMatchObject({ state: 'awarded', agreementId: null });
    expect((await city.create(one.poster, '/agreements', { awardId: one.awardId })).status).toBe(201);
  });

  test('the database itself holds one living agreement an award', async () => {
    const one = await city.awarded(free);
    const drafted = (await city.create(one.poster, '/agreements', { awardId: one.awardId })).body;
    await expect(
      city.rows(
        `INSERT INTO agreement SELECT UUID(), version, award_id, live_award_id, lot_id, need_id, need_title, poster_id,
          poster_name, lead_id, lead_name, package_id, package_version, mode, funding, district, subdistrict, form, leaves,
          member_ids, state, price_fen, signed_price_fen, terms_number, starts_on, ends_on, signed_on, scan_file_id,
          poster_confirmed_at, provider_confirmed_at, because, conclusion, hand_over, next_milestone, paid_fen, demo,
          ended_at, created_at, updated_at, open_change_by, open_change_at, compound_id FROM agreement WHERE id = ?`,
        [drafted.id],
      ),
    ).rejects.toThrow('ux_agreement_live');
    const set = (sql: string) => city.rows(`UPDATE agreement SET ${sql} WHERE id = ?`, [drafted.id]);
    await expect(set('live_award_id = NULL')).rejects.toThrow('ck_agreement_live');
    await expect(set(`state = 'signed'`)).rejects.toThrow('ck_agreement_signed');
    await expect(set('paid_fen = 1')).rejects.toThrow('ck_agreement_paid');
    await expect(set(`open_change_by = 'payer'`)).rejects.toThrow('ck_agreement_open_change');
  });
});

describe('terms', () => {
  test('components sum to the price, stand once, and are done by the group alone', async () => {
    const one = await city.awarded({ ...paid, ...twoComponents(lotA) }, 6_000_000);
    const providerId = one.provider.actingFor?.organisationId;
    const outsider = (await city.organisation('social_org', '外人社工')).actingFor?.organisationId;
    const draft = (components: object[], more: object = {}) =>
      city.create<Problem>(one.poster, '/agreements', { awardId: one.awardId, terms: { components, ...more } });
    const part = (code: string | undefined, amountFen: number | null, organisationId = providerId) => ({
      code,
      organisationId,
      amountFen,
    });
    const pointers = async (answer: ReturnType<typeof draft>) =>
      (await answer).body.errors?.map(({ pointer }) => pointer);
    expect(await pointers(draft([part(two[0], 1), part(two[1], 2)]))).toEqual(['/terms/components']);
    expect(await pointers(draft([part(two[0], 6_000_000)]))).toEqual(['/terms/components']);
    expect(await pointers(draft([part(two[0], 3_000_000), part(two[0], 3_000_000)]))).toEqual([
      '/terms/components/1/code',
      '/terms/components',
    ]);
    expect(await pointers(draft([part(two[0], 3_000_000), part(two[1], 3_000_000, outsider)]))).toEqual([
      '/terms/components/1/organisationId',
    ]);
    expect(
      await pointers(
        draft([part(two[0], 3_000_000), part(two[1], 3_000_000)], {
          milestones: [{ title: '一期', amountFen: 6_000_001 }],
        }),
      ),
    ).toEqual(['/terms/milestones']);
    const drafted = await city.create(one.poster, '/agreements', { awardId: one.awardId });
    expect(drafted.body.components.map(({ amountFen }) => amountFen)).toEqual([3_000_000, 3_000_000]);
  });

  test('a sponsored organisation of the group does and is paid for its component', async () => {
    const sponsored = await city.organisation('social_org', '锦江社工');
    const socialId = sponsored.actingFor?.organisationId ?? '';
    const firm = await city.organisation('property_firm', '锦江物业', [{ type: 'sponsors', organisationId: socialId }]);
    const firmId = firm.actingFor?.organisationId ?? '';
    const one = await city.awarded({ ...paid, ...twoComponents(lotB) }, 6_000_000, firm);
    const signed = await city.signedOnPaper(one, {
      components: [
        { code: two[0], organisationId: firmId, amountFen: 4_000_000 },
        { code: two[1], organisationId: socialId, amountFen: 2_000_000 },
      ],
      milestones: [{ title: '进场', amountFen: 2_000_000 }, { title: '验收' }],
    });
    expect(signed.payees.toSorted((a, b) => a.dueFen - b.dueFen)).toMatchObject([
      { organisationId: socialId, organisationName: '锦江社工', dueFen: 2_000_000, paidFen: 0 },
      { organisationId: firmId, dueFen: 4_000_000 },
    ]);

    const path = `/agreements/${signed.id}`;
    const pay = (organisationId: string, amountFen: number, by = one.poster) =>
      city.create<Payment & Problem>(by, `${path}/payments`, { organisationId, amountFen, paidOn: '2026-02-01' });
    expect((await pay(socialId, 2_000_001)).body.errors).toMatchObject([{ pointer: '/amountFen' }]);
    expect((await pay(one.poster.actingFor?.organisationId ?? '', 1)).body.errors).toMatchObject([
      { pointer: '/organisationId' },
    ]);
    expect((await pay(socialId, 1, one.provider)).status).toBe(403);
    const atOnce = await Promise.all([1, 2, 3, 4].map(() => pay(socialId, 1_000_000)));
    expect(atOnce.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 201, 422, 422]);
    const first = atOnce.find(({ status }) => status === 201)?.body as Payment;
    const reversed = await Promise.all(
      [1, 2].map(() => city.create<Payment>(one.poster, `${path}/payments/${first.id}/reverse`, { reason: '记错了' })),
    );
    expect(reversed.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect((await city.call<AgreementView>(sponsored, path)).body).toMatchObject({
      paidFen: 1_000_000,
      you: 'provider',
    });
    const listed = await city.call<Page<Payment>>(firm, `${path}/payments`);
    expect(listed.body.items.map(({ amountFen, reversed: undone }) => [amountFen, undone])).toEqual([
      [-1_000_000, false],
      [1_000_000, expect.any(Boolean)],
      [1_000_000, expect.any(Boolean)],
    ]);
    await expect(
      city.rows('UPDATE agreement_payee SET paid_fen = due_fen + 1 WHERE agreement_id = ?', [signed.id]),
    ).rejects.toThrow('ck_agreement_payee_paid');
    const cheaper = await city.create<Problem>(one.poster, `${path}/changes`, {
      reason: '少付',
      terms: {
        components: [
          { code: two[0], organisationId: firmId, amountFen: 5_500_000 },
          { code: two[1], organisationId: socialId, amountFen: 500_000 },
        ],
      },
    });
    expect(cheaper.body.errors).toMatchObject([{ pointer: '/terms/components' }]);
  });
});

test('nothing is typed twice: members, prices and milestones come from the response that won', async () => {
  const member = await city.organisation('social_org', '联合体社工');
  const memberId = member.actingFor?.organisationId ?? '';
  const leader = await city.organisation('property_firm', '牵头物业');
  const leaderId = leader.actingFor?.organisationId ?? '';
  const party = (organisationId: string, organisationName: string, standing: 'leader' | 'confirmed' | 'declined') => ({
    organisationId,
    organisationName,
    standing,
  });
  const one = await city.awarded({ ...paid, ...twoComponents(lotD), mode: 'open_call' }, 5_000_000, leader, {
    parties: [
      party(leaderId, '牵头物业', 'leader'),
      party(memberId, '联合体社工', 'confirmed'),
      party(stranger.actingFor?.organisationId ?? '', '没来的', 'declined'),
    ],
    content: {
      packageId: null,
      packageVersion: null,
      salt: 'salt',
      components: [
        { code: 'property.custody', organisationId: null, amountFen: 3_500_000 },
        { code: 'environment.cleaning', organisationId: memberId, amountFen: 1_500_000 },
      ],
      plan: '',
      team: [],
      milestones: [
        { title: '进场', dueOn: '2026-03-01', amountFen: 2_000_000 },
        { title: '结项', dueOn: null, amountFen: 3_000_000 },
      ],
      note: '',
    },
  });
  const drafted = await city.create(member, '/agreements', { awardId: one.awardId });
  expect(drafted.status).toBe(404);
  const signed = await city.signedOnPaper(one);
  expect(signed).toMatchObject({
    priceFen: 5_000_000,
    leadId: leaderId,
    members: [
      { organisationId: leaderId, organisationName: '牵头物业' },
      { organisationId: memberId, organisationName: '联合体社工' },
    ],
    components: [
      { code: 'property.custody', organisationId: leaderId, amountFen: 3_500_000 },
      { code: 'environment.cleaning', organisationId: memberId, amountFen: 1_500_000 },
    ],
    milestones: [
      { title: '进场', dueOn: '2026-03-01', amountFen: 2_000_000 },
      { title: '结项', amountFen: 3_000_000 },
    ],
  });
  const delivered = await city.change(
    member,
    `/agreements/${signed.id}/milestones/${signed.milestones[0]?.id}/deliver`,
    signed.version,
  );
  expect(delivered).toMatchObject({
    status: 200,
    body: { milestones: [{ state: 'delivered' }, { state: 'planned' }] },
  });
});

describe('when the decision falls', () => {
  test('an award that is taken back drops the draft; one that is signed cannot be taken back', async () => {
    const one = await city.awarded(free);
    const drafted = (await city.create(one.poster, '/agreements', { awardId: one.awardId })).body;
    const lot = await city.lot(one.lotId);
    const path = `/lots/${one.lotId}/award/cancel`;
    const fallen = await city.change<Problem>(one.provider, path, lot?.version ?? 0, { reason: '人手不足' });
    expect(fallen.status).toBe(200);
    expect((await city.call<AgreementView>(one.poster, `/agreements/${drafted.id}`)).body).toMatchObject({
      state: 'cancelled',
      because: '人手不足',
    });
    expect(await city.used(one.packageId)).toBe(0);
    expect((await city.create(one.poster, '/agreements', { awardId: one.awardId })).status).toBe(409);

    const other = await city.awarded(free);
    await city.lightlySigned(other);
    const late = await city.change(
      other.provider,
      `/lots/${other.lotId}/award/cancel`,
      (await city.lot(other.lotId))?.version ?? 0,
      { reason: '反悔' },
    );
    expect(late.status).toBe(409);
    expect(await city.used(other.packageId)).toBe(1);
  });
});

describe('who sees it', () => {
  test('parties, brokers and the officers of the area; nobody else finds it, its files or its lists', async () => {
    const one = await city.awarded({ ...paid, ...twoComponents(lotC) }, 6_000_000);
    const draft = await city.create(one.poster, '/agreements', { awardId: one.awardId });
    expect((await city.call(officer, `/agreements/${draft.body.id}`)).status).toBe(404);
    const signed = (
      await city.upload(broker, `/agreements/${draft.body.id}/sign`, { signedOn: '2026-01-05' }, { 'if-match': '"1"' })
    ).body;
    const path = `/agreements/${signed.id}`;
    const scan = signed.files[0]?.id ?? '';
    const download = async (actor: Parameters<typeof city.call>[0]): Promise<number> => {
      const answer = await fetch(`${city.host.url}/api/v1${path}/files/${scan}`, {
        headers: actorHeaders(city.environment, actor),
      });
      await answer.arrayBuffer();
      return answer.status;
    };
    for (const [actor, you] of [
      [one.poster, 'payer'],
      [one.provider, 'provider'],
      [broker, 'broker'],
      [officer, 'officer'],
    ] as const) {
      expect(await city.call<AgreementView>(actor, path)).toMatchObject({ status: 200, body: { you } });
      expect(await download(actor)).toBe(200);
      const list = await city.call<Page<AgreementSummary>>(actor, '/agreements?state=signed&limit=100');
      expect(list.body.items.map(({ id }) => id)).toContain(signed.id);
    }
    for (const actor of [stranger, otherCommunity, officerElsewhere]) {
      for (const rest of ['', '/timeline', '/payments', '/changes'])
        expect((await city.call(actor, `${path}${rest}`)).status).toBe(404);
      expect(await download(actor)).toBe(404);
      expect((await city.call<Page<AgreementSummary>>(actor, '/agreements')).body.items).toEqual([]);
    }
    expect((await city.call(anonymous, path)).status).toBe(401);
    expect((await city.create(otherCommunity, '/agreements', { awardId: one.awardId })).status).toBe(404);
    expect((await city.call<Page<AgreementSummary>>(one.poster, '/agreements?side=provider')).body.items).toEqual([]);
    const [mine] = (await city.call<Page<AgreementSummary>>(one.poster, '/agreements?side=payer')).body.items;
    expect(mine).toMatchObject({ id: signed.id, next: { title: '全部完成', waitsFor: 'provider' } });
  });

  test('those of one compound are found by whoever sees them', async () => {
    const compoundId = '019a0000-0000-7000-8000-0000000000c1';
    const { place } = aNeedBody();
    const one = await city.awarded({ ...free, place: { ...place, compoundId } });
    const other = await city.awarded(free);
    const signed = await city.lightlySigned(one);
    await city.lightlySigned(other);
    const found = async (actor: Parameters<typeof city.call>[0], rest = ''): Promise<string[]> =>
      (await city.call<Page<AgreementSummary>>(actor, `/agreements?compoundId=${compoundId}${rest}`)).body.items.map(
        ({ id }) => id,
      );
    for (const actor of [one.poster, one.provider, broker, officer]) {
      expect(await found(actor)).toEqual([signed.id]);
      expect(await found(actor, '&state=signed')).toEqual([signed.id]);
      expect(await found(actor, '&state=completed')).toEqual([]);
    }
    expect(await found(one.provider, '&side=payer')).toEqual([]);
    for (const actor of [other.poster, stranger, officerElsewhere]) expect(await found(actor)).toEqual([]);
  });

  test('every list is a walk along an index', async () => {
    const page = { limit: 20 };
    const list = { scope: 'party', value: stranger.actingFor?.organisationId ?? '' } as const;
    for (const { sql, values } of [
      agreementListSql(list, undefined, page),
      agreementListSql(list, 'signed', page),
      overdueListSql(list, '2026-12-01', page),
      compoundAgreementsSql(list.value, list, undefined, page),
    ]) {
      const [first] = await city.rows<{ Extra: string; type: string }>(`EXPLAIN ${sql}`, values);
      expect(first?.Extra).not.toMatch(/filesort|temporary/);
      expect(['ref', 'range']).toContain(first?.type);
    }
  });
});
