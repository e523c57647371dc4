import {
  addAgreementFile,
  proposeAgreementChange,
  recordPayment,
  terminateAgreement,
  writePayerReview,
  writeReview,
  type AgreementView,
} from '@duijie/contracts';
import { once, type Stage, type Stages } from './stage';
import type { Trade } from './trade';

const pdf = { name: '材料.pdf', content: Buffer.from('%PDF-1.4 paper') };
const rating = { rating: 5, text: '进场及时' };
const payerRating = { paidOnTime: 5, cooperation: 5, text: '付款及时，配合到位' };

/** Stages of agreements, delivery and reviews. */
export function agreementStages(trade: Trade): Stages {
  const { community, provider } = trade;
  const aSigned = once(trade.signed);
  const aCompleted = once(trade.completed);
  const reviewed = async () => {
    const { id: agreementId } = await trade.completed();
    return community.client.call(writeReview, { params: { agreementId }, body: rating });
  };
  const payerReviewed = async () => {
    const { id: agreementId } = await trade.completed();
    return provider.client.call(writePayerReview, { params: { agreementId }, body: payerRating });
  };
  const aReview = once(reviewed);
  const aPayerReview = once(payerReviewed);
  const ofSigned = async (): Promise<Stage> => ({ as: 'community', path: { agreementId: (await aSigned()).id } });
  const of = ({ id }: AgreementView, more: Readonly<Record<string, string>> = {}) => ({ agreementId: id, ...more });
  const withFile = async () => {
    const { id: agreementId } = await trade.signed();
    const { files } = await community.client.call(addAgreementFile, {
      params: { agreementId },
      body: {},
      file: pdf,
    });
    return { agreementId, fileId: files.at(-1)?.id ?? '' };
  };
  const proposed = async () => {
    const { id: agreementId } = await trade.signed();
    const now = await provider.client.call(proposeAgreementChange, {
      params: { agreementId },
      body: { reason: '工期顺延一个月', terms: { endsOn: '2027-06-30' } },
    });
    return { agreementId, changeId: now.openChange?.id ?? '' };
  };
  const terminated = async () => {
    const { id: agreementId, version: ifMatch } = await trade.signed();
    const now = await community.client.call(terminateAgreement, {
      params: { agreementId },
      ifMatch,
      body: { reason: '双方协商终止', handOver: ['钥匙与图纸'] },
    });
    return { agreementId, itemId: now.handOver[0]?.id ?? '' };
  };
  const payment = (agreement: AgreementView) => ({
    organisationId: provider.organisationId,
    amountFen: Math.min(1_000_000, agreement.priceFen ?? 0),
    paidOn: '2026-11-21',
    note: '首付款',
  });

  return {
    getAgreement: ofSigned,
    listAgreementTimeline: ofSigned,
    listAgreementChanges: ofSigned,
    listAgreementPayments: ofSigned,
    downloadAgreementDraft: ofSigned,
    downloadAcceptanceSheet: ofSigned,
    draftAgreement: async () => ({ as: 'community', body: { awardId: (await trade.awarded()).awardId } }),
    changeAgreementDraft: async () => ({
      as: 'community',
      path: of(await trade.drafted()),
      body: { startsOn: '2026-12-01', endsOn: '2027-05-31' },
    }),
    cancelAgreementDraft: async () => ({
      as: 'community',
      path: of(await trade.drafted()),
      body: { reason: '条款重新商议' },
    }),
    confirmAgreement: async () => ({ as: 'community', path: of(await trade.lightDraft()) }),
    signAgreement: async () => ({
      as: 'community',
      path: of(await trade.drafted()),
      body: { signedOn: '2026-11-20' },
    }),
    addAgreementFile: async () => ({ as: 'community', path: of(await trade.signed()), body: {} }),
    downloadAgreementFile: async () => ({ as: 'community', path: await withFile() }),
    terminateAgreement: async () => ({
      as: 'community',
      path: of(await trade.signed()),
      body: { reason: '双方协商终止', handOver: ['钥匙与图纸'] },
    }),
    tickHandOver: async () => ({ as: 'community', path: await terminated(), body: { done: true } }),
    recordPayment: async () => {
      const agreement = await trade.signed();
      return { as: 'community', path: of(agreement), body: payment(agreement) };
    },
    reversePayment: async () => {
      const agreement = await trade.signed();
      const { id } = await community.client.call(recordPayment, { params: of(agreement), body: payment(agreement) });
      return { as: 'community', path: of(agreement, { paymentId: id }), body: { reason: '金额登记有误' } };
    },

    deliverMilestone: async () => {
      const agreement = await trade.lightlySigned();
      const milestoneId = agreement.milestones[0]?.id ?? '';
      return { as: 'provider', path: of(agreement, { milestoneId }), body: { note: '已完成' } };
    },
    acceptMilestone: async () => {
      const agreement = await trade.delivered();
      const { milestoneId } = agreement;
      return { as: 'community', path: of(agreement, { milestoneId }), body: { conclusion: '验收通过' } };
    },
    sendMilestoneBack: async () => {
      const agreement = await trade.delivered();
      const { milestoneId } = agreement;
      return { as: 'community', path: of(agreement, { milestoneId }), body: { reason: '楼道还有杂物' } };
    },
    proposeAgreementChange: async () => ({
      as: 'community',
      path: of(await trade.signed()),
      body: { reason: '工期顺延一个月', terms: { endsOn: '2027-06-30' } },
    }),
    agreeToChange: async () => ({ as: 'community', path: await proposed() }),
    refuseChange: async () => ({ as: 'community', path: await proposed(), body: { reason: '工期不宜顺延' } }),
    withdrawChange: async () => ({ as: 'provider', path: await proposed() }),

    writeReview: async () => ({ as: 'community', path: of(await trade.completed()), body: rating }),
    getReview: async () => ({ path: { reviewId: (await aReview()).id } }),
    changeReview: async () => ({ as: 'community', path: { reviewId: (await reviewed()).id }, body: { rating: 4 } }),
    replyToReview: async () => ({
      as: 'provider',
      path: { reviewId: (await reviewed()).id },
      body: { text: '谢谢认可' },
    }),
    writePayerReview: async () => ({ as: 'provider', path: of(await aCompleted()), body: payerRating }),
    getPayerReview: async () => ({ as: 'provider', path: { reviewId: (await aPayerReview()).id } }),
    changePayerReview: async () => ({
      as: 'provider',
      path: { reviewId: (await payerReviewed()).id },
      body: { ...payerRating, cooperation: 4 },
    }),
    listPayerReviews: async () => ({ as: 'administrator', path: { organisationId: community.organisationId } }),
    listProviderReviews: async () => ({ path: { organisationId: provider.organisationId } }),
    getProviderRecord: async () => ({ path: { organisationId: provider.organisationId } }),
  };
}
