import {
  acceptMilestone,
  awardLot,
  createResponse,
  deliverMilestone,
  getDecisionSheet,
  getProviderRecord,
  listOverdueMilestones,
  proposeAgreementChange,
  agreeToChange,
  recordPayment,
  writeReview,
  type AgreementView,
} from '@duijie/contracts';
import { eventually, moveClock } from '@duijie/testkit';
import type { Market, Provider } from './market';
import type { RunningSystem } from './running-system';

const dayMs = 86_400_000;

/** What happened on which day of the journey, counted from the publication. */
export interface JourneyDay {
  readonly day: number;
  readonly what: string;
}

/**
 * A need's whole way in 90 days: an open call of 20 days, opening, decision, notice, agreement, three milestones a
 * month apart of which one is late, a change, payments, completion on day 90, a review. The clock is moved; nothing waits.
 * @param providers three with a package for custody
 * @returns what happened, by day
 */
export async function ninetyDays(
  system: RunningSystem,
  market: Market,
  providers: readonly [Provider, Provider, Provider],
): Promise<readonly JourneyDay[]> {
  const { community } = market;
  const begun = Date.now();
  let movedMs = 0;
  const days: JourneyDay[] = [];
  const nowMs = (): number => Date.now() + movedMs;
  const dayOf = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);
  const note = (what: string): void => void days.push({ day: Math.round((nowMs() - begun) / dayMs), what });
  const until = async (ms: number): Promise<void> => {
    const by = Math.max(0, ms - nowMs());
    movedMs += by;
    await moveClock(system.environment, by);
  };
  const untilDay = (n: number): Promise<void> => until(begun + n * dayMs);

  const { lotId } = await market.post('open_call', {
    money: { kind: 'range', minFen: 30_000_000, maxFen: 60_000_000 },
  });
  note('published');
  for (const [i, provider] of providers.entries())
    await eventually(() =>
      provider.client.call(createResponse, {
        params: { lotId },
        body: {
          submit: true,
          packageId: provider.packageId,
          plan: '托管方案',
          components: [{ code: 'property.custody', amountFen: 45_000_000 + i * 1_000_000 }],
        },
      }),
    );
  const { responsesDueAt } = await market.lotNow(lotId);
  await until(Date.parse(responsesDueAt ?? '') + 1000);
  await market.lotIn(lotId, 'deciding');
  note('opened');

  const sheet = await community.client.call(getDecisionSheet, { params: { lotId } });
  const [winner] = providers;
  const chosen = sheet.candidates.find(({ organisationId }) => organisationId === winner.organisationId);
  await community.client.call(awardLot, {
    params: { lotId },
    ifMatch: sheet.version,
    body: {
      responseId: chosen?.responseId ?? '',
      reason: '综合评分第一',
      scoring: {
        criteria: [{ name: '综合', weight: 100 }],
        scores: sheet.candidates.map(({ responseId }) => ({
          responseId,
          scores: [responseId === chosen?.responseId ? 90 : 70],
        })),
      },
    },
  });
  note('awarded');
  await until(Date.parse((await market.lotNow(lotId)).award?.noticeUntil ?? '') + 1000);
  await eventually(async () => {
    if ((await market.lotNow(lotId)).award?.state !== 'effective') throw new Error('the notice still runs');
  }, 15_000);
  note('effective');

  const months = [30, 60, 89].map((n) => begun + n * dayMs);
  let agreement: AgreementView = await market.agree(lotId, winner, dayOf(nowMs()), {
    milestones: months.map((ms, i) => ({ title: `第 ${i + 1} 个月`, dueOn: dayOf(ms), amountFen: 15_000_000 })),
  });
  note('signed');

  const params = (i: number) => ({
    agreementId: agreement.id,
    milestoneId: agreement.milestones[i]?.id ?? '',
  });
  const deliver = async (i: number): Promise<void> => {
    // A payment that was recorded meanwhile is a version of the agreement, too.
    agreement = await market.agreementNow(winner, agreement.id);
    agreement = await winner.client.call(deliverMilestone, {
      params: params(i),
      ifMatch: agreement.version,
      body: { note: '月报已张贴' },
    });
  };
  const accept = async (i: number): Promise<void> => {
    const last = i === 2;
    agreement = await community.client.call(acceptMilestone, {
      params: params(i),
      ifMatch: agreement.version,
      body: last
        ? {
            conclusion: '符合约定，验收通过',
            scores: [{ criterion: '服务质量', score: 93, outOf: 100 }],
            supervisors: ['李监督', '赵监督'],
          }
        : {},
    });
    await community.client.call(recordPayment, {
      params: { agreementId: agreement.id },
      body: { organisationId: winner.organisationId, amountFen: 15_000_000, paidOn: dayOf(nowMs()) },
    });
  };
  await untilDay(30);
  await deliver(0);
  await accept(0);
  note('first month accepted and paid');
  await untilDay(63);
  const { items: overdue } = await community.client.call(listOverdueMilestones);
  if (!overdue.some(({ milestoneId }) => milestoneId === params(1).milestoneId))
    throw new Error('the second month is not told as overdue');
  note('second month overdue');
  await deliver(1);
  await accept(1);
  note('second month accepted and paid');
  const proposed = await winner.client.call(proposeAgreementChange, {
    params: { agreementId: agreement.id },
    body: { reason: '移交推迟一天', terms: { endsOn: dayOf(begun + 90 * dayMs) } },
  });
  agreement = await community.client.call(agreeToChange, {
    params: { agreementId: agreement.id, changeId: proposed.openChange?.id ?? '' },
    ifMatch: proposed.version,
  });
  note('change agreed');
  await untilDay(90);
  await deliver(2);
  await accept(2);
  await market.lotIn(lotId, 'completed');
  note('completed');
  await community.client.call(writeReview, {
    params: { agreementId: agreement.id },
    body: { rating: 5, text: '三个月平稳移交' },
  });
  const record = await community.client.call(getProviderRecord, {
    params: { organisationId: winner.organisationId },
  });
  if (record.lines[0]?.completed !== 1) throw new Error('the record does not show the completed agreement');
  note('reviewed');
  return days;
}
