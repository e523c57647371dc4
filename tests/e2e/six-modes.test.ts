import { ProblemError } from '@duijie/api-client';
import {
  acceptAppointment,
  addAwardDocument,
  answerIntroduction,
  appointProvider,
  awardLot,
  createResponse,
  getNeed,
  getPackageCapacity,
  introduce,
  listAppointments,
  listLotResponses,
  listReceivedIntroductions,
} from '@duijie/contracts';
import { clearNamespace, eventually, moveClock, testEnvironment, testNamespace } from '@duijie/testkit';
import { deliveryReport } from './exactly-once';
import { openMarket, type Market, type Provider } from './market';
import { startSystem, type RunningSystem, type SystemForm } from './running-system';

// Steps wait for other services, which wait for the processor on a busy machine.
jest.setTimeout(60_000);

const forms: readonly (readonly [SystemForm, string])[] = [
  ['one process', 'm1'],
  ['one process a service', 'ms'],
];
const refusalOf = (call: Promise<unknown>): Promise<number> =>
  call.then(
    () => 0,
    (error: unknown) => (error instanceof ProblemError ? error.status : -1),
  );

describe.each(forms)('the modes that need no ceremony, in %s', (form, word) => {
  const namespace = testNamespace(word);
  let system: RunningSystem;
  let market: Market;
  let firm: Provider;
  let other: Provider;
  let third: Provider;
  const today = '2026-11-24';

  beforeAll(async () => {
    await clearNamespace(testEnvironment(namespace));
    system = await startSystem(form, namespace);
    market = await openMarket(system);
    firm = await market.aProvider('甲物业服务有限公司');
    other = await market.aProvider('乙物业服务有限公司');
    third = await market.aProvider('丙物业服务有限公司');
  }, 120_000);
  afterAll(() => system.stop(), 60_000);

  const completed = async (needId: string): Promise<void> => {
    await eventually(async () => {
      expect((await market.community.client.call(getNeed, { params: { needId } })).state).toBe('completed');
    }, 15_000);
  };
  const used = async (packageId: string): Promise<number> =>
    (await firm.client.call(getPackageCapacity, { params: { packageId } })).used;

  test('认领: one tap of the provider, one of the community, and it goes on to acceptance', async () => {
    const { needId, lotId } = await market.post('claim', { money: { kind: 'none' }, funding: 'none' });
    const claimed = await eventually(() =>
      firm.client.call(createResponse, { params: { lotId }, body: { submit: true, packageId: firm.packageId } }),
    );
    expect(claimed.state).toBe('submitted');
    const lot = await market.lotNow(lotId);
    const award = await market.community.client.call(awardLot, {
      params: { lotId },
      ifMatch: lot.version,
      body: { responseId: claimed.id },
    });
    expect(award).toMatchObject({ organisationId: firm.organisationId, state: 'effective' });
    expect(await used(firm.packageId)).toBe(1);
    const agreement = await market.agree(lotId, firm, today);
    expect(agreement).toMatchObject({ form: 'light', state: 'signed' });
    expect((await market.carryOut(agreement, firm)).state).toBe('completed');
    await completed(needId);
    expect(await used(firm.packageId)).toBe(0);
  });

  test('直接对接: asked directly, confirmed by one tap, signed on paper where money flows', async () => {
    const { needId, lotId } = await market.post('direct');
    const lot = await market.lotNow(lotId);
    const asked = await market.community.client.call(appointProvider, {
      params: { lotId },
      ifMatch: lot.version,
      body: { organisationId: firm.organisationId, packageId: firm.packageId, amountFen: 12_000_000 },
    });
    expect(asked.outcome).toBe('waits_for_provider');
    const { items } = await firm.client.call(listAppointments, { query: { side: 'provider', state: 'waiting' } });
    const [request] = items;
    await firm.client.call(acceptAppointment, {
      params: { appointmentId: request?.id ?? '' },
      ifMatch: request?.version ?? 0,
      body: {},
    });
    await market.lotIn(lotId, 'awarded');
    const agreement = await market.agree(lotId, firm, today);
    expect(agreement).toMatchObject({ form: 'paper', state: 'signed', priceFen: 12_000_000 });
    await market.carryOut(agreement, firm);
    await completed(needId);
  });

  test('邀请比选: only those introduced respond, all is visible, the community chooses with its reason', async () => {
    const { needId, lotId } = await market.post('quotation');
    await eventually(() =>
      market.broker.client.call(introduce, {
        body: {
          needId,
          providers: [firm, other, third].map((p) => ({ providerId: p.organisationId, packageId: p.packageId })),
        },
      }),
    );
    const outsider = await market.aProvider('丁物业服务有限公司');
    expect(
      await refusalOf(outsider.client.call(createResponse, { params: { lotId }, body: { submit: true } })),
    ).toBeGreaterThanOrEqual(403);
    const prices = [13_000_000, 12_000_000, 15_000_000];
    for (const [i, provider] of [firm, other, third].entries()) {
      const { items } = await provider.client.call(listReceivedIntroductions);
      const [mine] = items.filter((each) => each.needId === needId);
      await provider.client.call(answerIntroduction, {
        params: { introductionId: mine?.id ?? '' },
        ifMatch: mine?.version ?? 0,
        body: { answer: 'interested' },
      });
      await eventually(() =>
        provider.client.call(createResponse, {
          params: { lotId },
          body: {
            submit: true,
            packageId: provider.packageId,
            plan: '四十八小时内进场',
            components: [{ code: 'property.custody', amountFen: prices[i] ?? null }],
          },
        }),
      );
    }
    const { items: responses } = await market.community.client.call(listLotResponses, { params: { lotId } });
    expect(responses.map((r) => r.priceFen).toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual(
      prices.toSorted((a, b) => a - b),
    );
    const due = (await market.lotNow(lotId)).responsesDueAt;
    await moveClock(system.environment, Date.parse(due ?? '') - Date.now() + 60_000);
    const lot = await market.lotIn(lotId, 'deciding');
    const chosen = responses.find((r) => r.organisationId === other.organisationId);
    await market.community.client.call(awardLot, {
      params: { lotId },
      ifMatch: lot.version,
      body: { responseId: chosen?.id ?? '', reason: '报价合理，进场最快' },
    });
    const agreement = await market.agree(lotId, other, today);
    expect(agreement.priceFen).toBe(12_000_000);
    await market.carryOut(agreement, other);
    await completed(needId);
  });

  test('应急指定: with its reason at once, the notice follows', async () => {
    const { needId, lotId } = await market.post('emergency', {
      urgency: 'emergency',
      modeReason: '物业连夜撤场，二次供水停运',
    });
    const lot = await market.lotNow(lotId);
    const body = { organisationId: third.organisationId, packageId: third.packageId, amountFen: 10_000_000 };
    expect(
      await refusalOf(market.community.client.call(appointProvider, { params: { lotId }, ifMatch: lot.version, body })),
    ).toBe(422);
    const outcome = await market.community.client.call(appointProvider, {
      params: { lotId },
      ifMatch: lot.version,
      body: { ...body, reason: '距离最近，今晚可以进场' },
    });
    expect(outcome).toMatchObject({ outcome: 'awarded', award: { kind: 'emergency' } });
    const agreement = await market.agree(lotId, third, today);
    await market.carryOut(agreement, third);
    await completed(needId);
  });

  test('线下已定: the result is recorded with its document and goes on to delivery', async () => {
    const { needId, lotId } = await market.post('recorded', { modeReason: '街道平台已完成比选' });
    const lot = await market.lotNow(lotId);
    const { award } = await market.community.client.call(appointProvider, {
      params: { lotId },
      ifMatch: lot.version,
      body: {
        organisationId: other.organisationId,
        packageId: other.packageId,
        amountFen: 11_000_000,
        documentNote: '街办〔2026〕15 号',
      },
    });
    expect(award).toMatchObject({ kind: 'recorded', documentNote: '街办〔2026〕15 号' });
    const kept = await market.community.client.call(addAwardDocument, {
      params: { awardId: award?.id ?? '' },
      body: { title: '比选结果' },
      file: { name: '结果.pdf', content: Buffer.from('%PDF-1.4 result') },
    });
    expect(kept.documents).toHaveLength(1);
    const agreement = await market.agree(lotId, other, today);
    await market.carryOut(agreement, other);
    await completed(needId);
  });

  test('every event took effect exactly once, and capacity is free again', async () => {
    for (const provider of [firm, other, third]) expect(await used(provider.packageId)).toBe(0);
    const report = await eventually(async () => {
      const now = await deliveryReport(system.environment);
      expect(now.unconfirmed).toBe(0);
      return now;
    }, 15_000);
    for (const { sent, taken } of Object.values(report.bySubscriber)) expect(taken).toBe(sent);
  });
});
