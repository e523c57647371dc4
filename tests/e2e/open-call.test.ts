import { ProblemError } from '@duijie/api-client';
import {
  awardLot,
  confirmMembership,
  createResponse,
  decideObjection,
  explainPair,
  getDecisionSheet,
  getNeed,
  getObjection,
  getOpeningRecord,
  getProviderRecord,
  getResponse,
  getResponseReceipt,
  listLotResponses,
  listNotices,
  listOwnResponses,
  passObjectionOn,
  answerObjection,
  makeObjectionFormal,
  raiseObjection,
  recordPayment,
  sendMilestoneBack,
  deliverMilestone,
  submitResponse,
  writePayerReview,
  writeReview,
  listPayerReviews,
  type AgreementView,
} from '@duijie/contracts';
import { clearNamespace, eventually, moveClock, testEnvironment, testNamespace } from '@duijie/testkit';
import { openMarket, type Market, type Party, type Provider } from './market';
import { startSystem, type RunningSystem, type SystemForm } from './running-system';

// Steps wait for other services, which wait for the processor on a busy machine.
jest.setTimeout(60_000);

const forms: readonly (readonly [SystemForm, string])[] = [
  ['one process', 'oc1'],
  ['one process a service', 'ocs'],
];
const refusalOf = (call: Promise<unknown>): Promise<number> =>
  call.then(
    () => 0,
    (error: unknown) => (error instanceof ProblemError ? error.status : -1),
  );
const day = 86_400_000;

describe.each(forms)('公开征集, from sealed responses to a review that the matcher heeds, in %s', (form, word) => {
  const namespace = testNamespace(word);
  let system: RunningSystem;
  let market: Market;
  let firm: Provider;
  let rival: Provider;
  let leader: Provider;
  let partner: Provider;
  let needId: string;
  let lotId: string;
  let agreement: AgreementView;
  /** The system's time, which is moved. */
  let moved = 0;
  const forward = async (ms: number): Promise<void> => {
    moved += ms;
    await moveClock(system.environment, ms);
  };
  const today = (): string => new Date(Date.now() + moved + 8 * 3_600_000).toISOString().slice(0, 10);
  const responseOf = async (one: Party): Promise<string> => {
    const { items } = await one.client.call(listOwnResponses, { query: { as: 'leader' } });
    return items.find((each) => each.lotId === lotId)?.id ?? '';
  };

  beforeAll(async () => {
    await clearNamespace(testEnvironment(namespace));
    system = await startSystem(form, namespace);
    market = await openMarket(system);
    firm = await market.aProvider('东门物业服务有限公司');
    rival = await market.aProvider('西门物业服务有限公司');
    leader = await market.aProvider('南门物业服务有限公司');
    partner = await market.aProvider('南门社工服务中心', { kind: 'social_org' });
    ({ needId, lotId } = await market.post('open_call', {
      money: { kind: 'range', minFen: 30_000_000, maxFen: 60_000_000 },
    }));
  }, 120_000);
  afterAll(() => system.stop(), 60_000);

  test('two providers and a consortium whose member confirms respond, sealed', async () => {
    const offer = (amountFen: number, packageId: string) => ({
      packageId,
      plan: '密封方案 CANARY-四十八小时进场',
      components: [{ code: 'property.custody', amountFen }],
    });
    for (const [one, price] of [
      [firm, 51_234_567],
      [rival, 48_765_432],
    ] as const) {
      const ack = await eventually(() =>
        one.client.call(createResponse, {
          params: { lotId },
          body: { ...offer(price, one.packageId), submit: true },
        }),
      );
      expect(ack).toMatchObject({ state: 'submitted', conflict: 'clear' });
      expect(ack.receipt?.number).toMatch(/\S/);
    }
    const draft = await leader.client.call(createResponse, {
      params: { lotId },
      body: { ...offer(46_111_111, leader.packageId), memberIds: [partner.organisationId] },
    });
    expect(draft.unconfirmed).toBe(1);
    expect(
      await refusalOf(leader.client.call(submitResponse, { params: { responseId: draft.id }, ifMatch: draft.version })),
    ).toBe(409);
    const confirmed = await partner.client.call(confirmMembership, {
      params: { responseId: draft.id },
      ifMatch: draft.version,
    });
    const handedIn = await leader.client.call(submitResponse, {
      params: { responseId: draft.id },
      ifMatch: confirmed.version,
    });
    expect(handedIn.state).toBe('submitted');
    expect((await market.lotNow(lotId)).responseCount).toBe(3);
  });

  test('a member of the consortium may not respond a second time', async () => {
    expect(
      await refusalOf(
        partner.client.call(createResponse, {
          params: { lotId },
          body: { submit: true, components: [{ code: 'property.custody', amountFen: 47_000_000 }] },
        }),
      ),
    ).toBe(409);
  });

  test('nobody reads them before the deadline, not even their senders', async () => {
    const responseId = await responseOf(firm);
    for (const one of [market.community, market.broker]) {
      expect((await one.client.call(listLotResponses, { params: { lotId } })).items).toEqual([]);
      expect(await refusalOf(one.client.call(getResponse, { params: { responseId } }))).toBe(404);
    }
    expect(await refusalOf(rival.client.call(getResponse, { params: { responseId } }))).toBe(404);
    const own = await firm.client.call(getResponse, { params: { responseId } });
    expect(own).toMatchObject({ readable: false, content: null, priceFen: null });
    expect((await firm.client.call(getResponseReceipt, { params: { responseId } })).number).toMatch(/\S/);
    const sheet = await market.community.client.call(getDecisionSheet, { params: { lotId } });
    expect(sheet).toMatchObject({ responseCount: 3, candidates: [] });
    const lot = await market.lotNow(lotId);
    expect(
      await refusalOf(
        market.community.client.call(awardLot, { params: { lotId }, ifMatch: lot.version, body: { responseId } }),
      ),
    ).toBeGreaterThanOrEqual(404);
  });

  test('after the deadline they are opened, with a record that anybody may check', async () => {
    const { responsesDueAt } = await market.lotNow(lotId);
    await forward(Date.parse(responsesDueAt ?? '') - Date.now() - moved + 1000);
    await market.lotIn(lotId, 'deciding');
    const record = await market.community.client.call(getOpeningRecord, { params: { lotId } });
    expect(record.responses).toHaveLength(3);
    expect(record.responses.every(({ valid }) => valid)).toBe(true);
    const { items } = await market.community.client.call(listLotResponses, { params: { lotId } });
    expect(items.map((r) => r.priceFen).toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual([
      46_111_111, 48_765_432, 51_234_567,
    ]);
    const late = refusalOf(partner.client.call(createResponse, { params: { lotId }, body: { submit: true } }));
    expect(await late).toBe(409);
    await eventually(async () => {
      expect((await market.community.client.call(getNeed, { params: { needId } })).state).toBe('deciding');
    });
  });

  test('the community decides by its scores, and the result is posted', async () => {
    const sheet = await market.community.client.call(getDecisionSheet, { params: { lotId } });
    const scores = new Map([
      [await responseOf(firm), 88],
      [await responseOf(rival), 80],
      [await responseOf(leader), 75],
    ]);
    const award = await market.community.client.call(awardLot, {
      params: { lotId },
      ifMatch: sheet.version,
      body: {
        responseId: await responseOf(firm),
        reason: '综合评分第一',
        scoring: {
          criteria: [{ name: '综合', weight: 100 }],
          scores: sheet.candidates.map(({ responseId }) => ({ responseId, scores: [scores.get(responseId) ?? 0] })),
        },
      },
    });
    expect(award).toMatchObject({ state: 'notice', organisationId: firm.organisationId });
    expect(award.ranking?.map(({ organisationId }) => organisationId)).toEqual([
      firm.organisationId,
      rival.organisationId,
      leader.organisationId,
    ]);
    await eventually(async () => {
      const { items } = await firm.client.call(listNotices);
      expect(items.map(({ kind }) => kind)).toContain('result_won');
    });
  });

  test('an objection is asked unnamed through the broker, becomes formal, and is decided; the result waits', async () => {
    const asked = await rival.client.call(raiseObjection, {
      params: { lotId },
      body: { text: '第一名的进场时间如何核实？' },
    });
    expect(asked).toMatchObject({ state: 'asked', yours: true });
    const seen = await market.broker.client.call(getObjection, { params: { objectionId: asked.id } });
    expect(seen).toMatchObject({ organisationId: null, organisationName: null, yours: false });
    expect(
      await refusalOf(
        market.community.client.call(answerObjection, {
          params: { objectionId: asked.id },
          ifMatch: asked.version,
          body: { text: '尚未转达' },
        }),
      ),
    ).toBe(404);
    const passed = await market.broker.client.call(passObjectionOn, {
      params: { objectionId: asked.id },
      ifMatch: asked.version,
      body: {},
    });
    const answered = await market.community.client.call(answerObjection, {
      params: { objectionId: asked.id },
      ifMatch: passed.version,
      body: { text: '以材料中的人员排班为准' },
    });
    expect(answered).toMatchObject({ state: 'answered', organisationName: null });
    const formal = await rival.client.call(makeObjectionFormal, {
      params: { objectionId: asked.id },
      ifMatch: answered.version,
    });
    expect(formal).toMatchObject({ state: 'formal', organisationId: rival.organisationId });
    expect((await market.lotNow(lotId)).award?.state).toBe('objected');
    await forward(5 * day);
    expect((await market.lotNow(lotId)).award?.state).toBe('objected');
    await market.broker.client.call(decideObjection, {
      params: { objectionId: asked.id },
      ifMatch: formal.version,
      body: { outcome: 'dismissed', reason: '经核实，人员已签约' },
    });
    await forward(4 * day);
    await eventually(async () => expect((await market.lotNow(lotId)).award?.state).toBe('effective'), 15_000);
  });

  test('agreement, a milestone sent back and delivered again, payment, acceptance', async () => {
    agreement = await market.agree(lotId, firm, today());
    expect(agreement).toMatchObject({ state: 'signed', form: 'paper', priceFen: 51_234_567 });
    await market.lotIn(lotId, 'in_delivery');
    const [milestone] = agreement.milestones;
    const params = { agreementId: agreement.id, milestoneId: milestone?.id ?? '' };
    const delivered = await firm.client.call(deliverMilestone, {
      params,
      ifMatch: agreement.version,
      body: { note: '第一次' },
    });
    const back = await market.community.client.call(sendMilestoneBack, {
      params,
      ifMatch: delivered.version,
      body: { reason: '电梯仍有一部未恢复' },
    });
    await market.community.client.call(recordPayment, {
      params: { agreementId: agreement.id },
      body: { organisationId: firm.organisationId, amountFen: 20_000_000, paidOn: today() },
    });
    expect(
      await refusalOf(
        market.community.client.call(recordPayment, {
          params: { agreementId: agreement.id },
          body: { organisationId: firm.organisationId, amountFen: 40_000_000, paidOn: today() },
        }),
      ),
    ).toBe(422);
    const now = await market.agreementNow(market.community, back.id);
    expect((await market.carryOut(now, firm)).state).toBe('completed');
    await market.lotIn(lotId, 'completed');
    await eventually(async () => {
      expect((await market.community.client.call(getNeed, { params: { needId } })).state).toBe('completed');
    });
  });

  test('the review is public and the next ranking heeds it; what is said of the payer stays with the association', async () => {
    const next = await market.post('direct');
    const pointsOf = async (one: Provider): Promise<number> => {
      const pair = await market.community.client.call(explainPair, {
        params: { needId: next.needId, packageId: one.packageId },
      });
      return pair.contributions.find(({ part }) => part === 'track_record')?.points ?? 0;
    };
    const before = await eventually(() => pointsOf(firm), 15_000);
    await market.community.client.call(writeReview, {
      params: { agreementId: agreement.id },
      body: { rating: 5, text: '进场快，移交清楚' },
    });
    await firm.client.call(writePayerReview, {
      params: { agreementId: agreement.id },
      body: { cooperation: 4, paidOnTime: 5, text: '付款及时' },
    });
    const record = await rival.client.call(getProviderRecord, { params: { organisationId: firm.organisationId } });
    expect(record.lines).toMatchObject([{ leaf: 'property.custody', ratingCount: 1, completed: 1 }]);
    await eventually(async () => expect(await pointsOf(firm)).toBeGreaterThan(before), 15_000);
    expect(await pointsOf(firm)).toBeGreaterThan(await pointsOf(rival));
    const payer = { params: { organisationId: market.community.organisationId } };
    expect((await market.broker.client.call(listPayerReviews, payer)).items).toHaveLength(1);
    expect(await refusalOf(market.community.client.call(listPayerReviews, payer))).toBe(403);
  });
});
