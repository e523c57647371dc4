import {
  cancelAgreementDraft,
  cancelAward,
  declineAppointment,
  getAgreement,
  proposeAgreementChange,
  recordPayment,
  replyToReview,
  sendMilestoneBack,
  terminateAgreement,
  writePayerReview,
  writeReview,
  type AgreementView,
} from '@duijie/contracts';
import { addDays } from '@duijie/domain-kit';
import { about, type Story } from './contest-stories';
import type { Play, Stage } from './stage';

const before = (stage: Stage, days: number): string => addDays(stage.cast.today, -days);

/** Asked directly, accepted by one tap. */
async function taken(stage: Stage, play: Play, packageId: string, yuan: number | null): Promise<void> {
  await stage.appoint(play, packageId, yuan);
  await stage.accept(play, packageId);
}

/** Carries every milestone out and rates the provider. */
async function completed(
  stage: Stage,
  play: Play,
  packageId: string,
  agreement: AgreementView,
  { rating, text, reply }: { readonly rating: number; readonly text: string; readonly reply?: string },
): Promise<void> {
  // Payments recorded meanwhile have moved its version.
  let now = await play.poster.call(getAgreement, { params: { agreementId: agreement.id } });
  for (let at = 0; at < agreement.milestones.length; at += 1) {
    now = await stage.deliver(packageId, now, at);
    now = await stage.acceptDelivery(play, now, at);
  }
  const params = { agreementId: agreement.id };
  const review = await play.poster.call(writeReview, { params, body: { rating, text } });
  const { provider } = stage.offer(packageId);
  if (reply)
    await provider.call(replyToReview, {
      params: { reviewId: review.id },
      ifMatch: review.version,
      body: { text: reply },
    });
  await provider.call(writePayerReview, {
    params,
    body: { cooperation: 5, text: '社区配合到位，场地和通知都提前安排好了。' },
  });
}

const paid = (play: Play, agreement: AgreementView, yuan: number, paidOn: string): Promise<unknown> =>
  play.poster.call(recordPayment, {
    params: { agreementId: agreement.id },
    body: { organisationId: agreement.leadId, amountFen: yuan * 100, paidOn, note: '银行转账' },
  });

/** Needs taken up without a contest, from a request that waits to what is done and rated. */
export const deliveryStories: readonly Story[] = [
  about('n011', async (stage, play) => {
    const { id } = await stage.respond(play, 'p080', null);
    await stage.award(play, id);
    const agreement = await stage.sign(play, 'p080', await stage.agreement(play), stage.cast.today);
    await completed(stage, play, 'p080', agreement, {
      rating: 5,
      text: '理发磨刀的师傅准时来，老人们都认得他们了。',
      reply: '谢谢社区，下个月第一个周六还来。',
    });
  }),
  about('n025', async (stage, play) => {
    const { id } = await stage.respond(play, 'p082', null);
    await stage.award(play, id);
    const agreement = await stage.sign(play, 'p082', await stage.agreement(play), stage.cast.today);
    await stage.deliver('p082', agreement, 0);
  }),
  about('n030', async (stage, play) => {
    const { id } = await stage.respond(play, 'p031', null);
    await stage.award(play, id);
  }),
  // In delivery: one milestone accepted and paid, one sent back, one overdue.
  about('n010', async (stage, play) => {
    await taken(stage, play, 'p086', 27_000);
    const draft = await stage.agreement(play, {
      startsOn: before(stage, 60),
      endsOn: addDays(stage.cast.today, 30),
      milestones: [
        { title: '凭证收齐、审计进场', dueOn: before(stage, 35), amountFen: 900_000 },
        { title: '审计报告初稿', dueOn: before(stage, 10), amountFen: 900_000 },
        { title: '向业主公布审计结果', dueOn: before(stage, 2), amountFen: 900_000 },
      ],
    });
    let now = await stage.sign(play, 'p086', draft, before(stage, 62));
    now = await stage.deliver('p086', now, 0);
    now = await stage.acceptDelivery(play, now, 0);
    await paid(play, now, 9_000, before(stage, 30));
    now = await play.poster.call(getAgreement, { params: { agreementId: now.id } });
    now = await stage.deliver('p086', now, 1);
    await play.poster.call(sendMilestoneBack, {
      params: { agreementId: now.id, milestoneId: now.milestones[1]?.id ?? '' },
      ifMatch: now.version,
      body: { reason: '停车收入按月明细与合同对不上，请补充核对' },
    });
  }),
  about('n008', async (stage, play) => {
    await taken(stage, play, 'p065', 36_000);
    const agreement = await stage.sign(play, 'p065', await stage.agreement(play), before(stage, 45));
    await paid(play, agreement, 36_000, before(stage, 5));
    await completed(stage, play, 'p065', agreement, {
      rating: 5,
      text: '换届四个阶段都有人盯，票数公示清楚，没有一起投诉。',
      reply: '感谢信任，资料已装订归档。',
    });
  }),
  about('n029', async (stage, play) => {
    await taken(stage, play, 'p074', 46_000);
    const agreement = await stage.sign(play, 'p074', await stage.agreement(play), before(stage, 80));
    await paid(play, agreement, 23_000, before(stage, 70));
    await completed(stage, play, 'p074', agreement, {
      rating: 4,
      text: '桶边值守很认真，前两周沟通少了些，后来好了。',
    });
  }),
  about('n038', async (stage, play) => {
    await taken(stage, play, 'p076', 32_000);
    await stage.agreement(play);
  }),
  // Drafted, dropped and drafted anew; signed, and a change proposed.
  about('n007', async (stage, play) => {
    await taken(stage, play, 'p054', 38_000);
    const dropped = await stage.agreement(play);
    await play.poster.call(cancelAgreementDraft, {
      params: { agreementId: dropped.id },
      ifMatch: dropped.version,
      body: { reason: '付款节点需重新约定' },
    });
    const draft = await stage.agreement(play, {
      milestones: [
        { title: '自管小组选出', dueOn: addDays(stage.cast.today, 20), amountFen: 1_900_000 },
        { title: '议事规则通过', dueOn: addDays(stage.cast.today, 60), amountFen: 1_900_000 },
      ],
    });
    const signed = await stage.sign(play, 'p054', draft, before(stage, 3));
    await stage.offer('p054').provider.call(proposeAgreementChange, {
      params: { agreementId: signed.id },
      body: {
        reason: '春节前居民外出多，第一阶段顺延两周',
        terms: {
          milestones: signed.milestones.map(({ id, title, dueOn, amountFen }, at) => ({
            id,
            title,
            dueOn: at === 0 ? addDays(stage.cast.today, 34) : dueOn,
            amountFen,
          })),
        },
      },
    });
  }),
  // The winner steps back: the next in line may be taken.
  about('n019', async (stage, play) => {
    await stage.certified('p090', '承装（修、试）电力设施许可');
    await stage.introduced(play, ['p089', 'p090'], { p089: 'interested', p090: 'interested' });
    const { id } = await stage.respond(play, 'p089', [['facility.charging', 38_000]]);
    await stage.respond(play, 'p090', [['facility.charging', 31_000]]);
    await stage.award(play, id);
    const { version } = await stage.lotNow(play);
    await stage.offer('p089').provider.call(cancelAward, {
      params: { lotId: play.lotId },
      ifMatch: version,
      body: { reason: '电力增容排期太久，无法按时进场' },
    });
  }),
  // Terminated: the need goes back to its owner.
  about('n031', async (stage, play) => {
    await taken(stage, play, 'p072', 22_000);
    const signed = await stage.sign(play, 'p072', await stage.agreement(play), before(stage, 30));
    await play.poster.call(terminateAgreement, {
      params: { agreementId: signed.id },
      ifMatch: signed.version,
      body: { reason: '机构人员变动，无法继续驻点', handOver: ['养犬登记表', '公约初稿'] },
    });
  }),
  // Closed without any response: it failed by itself.
  about('n032', (stage, play) => stage.close(play)),
  // Asked directly: one waits, one has declined.
  about('n023', (stage, play) => stage.appoint(play, 'p055', 12_000)),
  about('n040', async (stage, play) => {
    await stage.appoint(play, 'p098', 18_000);
    const { id, version } = await stage.waitingRequest(play, 'p098');
    await stage.offer('p098').provider.call(declineAppointment, {
      params: { appointmentId: id },
      ifMatch: version,
      body: { reason: '年底测评排满了' },
    });
  }),
  about('n036', async (stage, play) => {
    await stage.introduced(play, ['p085', 'p099'], { p085: 'interested', p099: 'interested' });
    await stage.respond(play, 'p085', [['support.legal', 20_000]], false);
    await stage.respond(play, 'p099', [['owners.voting', 8_000]]);
  }),
];
