import {
  addAgreementFile,
  addAwardDocument,
  addResponseDocument,
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

/** Stages of lots, responses and decisions. */
function untilTheAward(trade: Trade): Stages {
  const { community, partner, provider, rival } = trade;
  const aPosted = once(trade.posted);
  const anObjection = once(() => trade.objection(true));
  const aResponse = once(trade.claimed);
  const ofPosted = async (): Promise<Stage> => ({ path: { lotId: (await aPosted()).lotId } });
  const ofResponse = async (): Promise<Stage> => ({
    as: 'provider',
    path: { responseId: (await aResponse()).responseId },
  });

  const withDocument = async () => {
    const { lotId } = await trade.lot('claim', trade.free);
    const { id: responseId } = await trade.respond(lotId, provider, { submit: false });
    const { documentId } = await provider.client.call(addResponseDocument, {
      params: { responseId },
      body: {},
      file: pdf,
    });
    return { path: { responseId, documentId }, as: 'provider' };
  };
  /** The rival leads, and asks the provider to join. */
  const invited = async (): Promise<Stage> => {
    const { lotId } = await trade.lot('claim', trade.free);
    const { id } = await trade.respond(lotId, rival, { submit: false, memberIds: [provider.organisationId] });
    return { as: 'provider', path: { responseId: id } };
  };
  const draftResponse = async (): Promise<Stage> => {
    const { lotId } = await trade.lot('claim', trade.free);
    const { id } = await trade.respond(lotId, provider, { submit: false });
    return { as: 'provider', path: { responseId: id } };
  };
  const answering = async (as: string): Promise<Stage> => {
    const { appointment } = await trade.requested();
    return { as, path: { appointmentId: appointment.id }, body: {} };
  };
  const withPaper = async () => {
    const { awardId } = await trade.recorded();
    const { documents } = await community.client.call(addAwardDocument, {
      params: { awardId },
      body: { title: '比选结果' },
      file: pdf,
    });
    return { path: { awardId, documentId: documents[0]?.id ?? '' } };
  };

  return {
    getLot: ofPosted,
    listAwards: ofPosted,
    getOpeningRecord: ofPosted,
    getDecisionSheet: async () => ({ ...(await ofPosted()), as: 'community' }),
    listLotResponses: async () => ({ ...(await ofPosted()), as: 'community' }),
    listLotObjections: async () => ({ ...(await ofPosted()), as: 'community' }),
    downloadResultNotice: ofPosted,
    listLotsOfNeed: async () => ({ path: { needId: (await aPosted()).needId } }),
    getObjection: async () => ({ as: 'provider', path: { objectionId: (await anObjection()).id } }),
    getPackageCapacity: async () => ({ path: { packageId: trade.packageIdOf(provider) } }),

    createResponse: async () => ({
      as: 'provider',
      path: { lotId: (await trade.lot('claim', trade.free)).lotId },
      body: { submit: true, packageId: trade.packageIdOf(provider) },
    }),
    getResponse: ofResponse,
    getResponseReceipt: ofResponse,
    listResponseReceipts: ofResponse,
    downloadResponseReceipt: ofResponse,
    changeResponse: async () => ({
      ...(await draftResponse()),
      body: { packageId: trade.packageIdOf(provider), note: '可提前进场' },
    }),
    submitResponse: draftResponse,
    addResponseDocument: async () => ({ ...(await draftResponse()), body: {} }),
    removeResponseDocument: withDocument,
    downloadResponseDocument: withDocument,
    withdrawResponse: async () => {
      const { responseId } = await trade.claimed();
      return { as: 'provider', path: { responseId }, body: {} };
    },
    confirmMembership: invited,
    declineMembership: invited,
    /** Two of one provider group respond to one lot. */
    clearResponse: async () => {
      const { lotId } = await trade.lot('claim', trade.free);
      await trade.respond(lotId, trade.founder);
      const { id } = await trade.respond(lotId, partner);
      return { as: 'administrator', path: { responseId: id }, body: { allow: true, reason: '仅出资，不参与管理' } };
    },

    closeResponses: async () => ({ as: 'community', path: { lotId: (await trade.lot('open_call')).lotId } }),
    shortlistResponse: async () => ({ as: 'community', path: { responseId: (await trade.deciding()).responseId } }),
    disqualifyResponse: async () => ({
      as: 'community',
      path: { responseId: (await trade.deciding()).responseId },
      body: { reason: '资质不符' },
    }),
    failLot: async () => ({
      as: 'community',
      path: { lotId: (await trade.deciding()).lotId },
      body: { reason: '报价均超出预算' },
    }),
    awardLot: async () => {
      const { lotId, responseId } = await trade.claimed();
      return { as: 'community', path: { lotId }, body: { responseId } };
    },
    cancelAward: async () => ({
      as: 'community',
      path: { lotId: (await trade.awarded()).lotId },
      body: { reason: '双方协商放弃' },
    }),
    appointProvider: async () => ({
      as: 'community',
      path: { lotId: (await trade.lot('direct')).lotId },
      body: { organisationId: provider.organisationId, packageId: trade.packageIdOf(provider), amountFen: 10_000_000 },
    }),
    acceptAppointment: () => answering('provider'),
    declineAppointment: () => answering('provider'),
    withdrawAppointment: () => answering('community'),
    addAwardDocument: async () => ({
      as: 'community',
      path: { awardId: (await trade.recorded()).awardId },
      body: { title: '比选结果' },
    }),
    downloadAwardDocument: async () => ({ ...(await withPaper()), as: 'community' }),

    raiseObjection: async () => ({
      as: 'provider',
      path: { lotId: (await trade.posted()).lotId },
      body: { text: '请说明评分依据' },
    }),
    passObjectionOn: async () => ({
      as: 'administrator',
      path: { objectionId: (await trade.objection(false)).id },
      body: { text: '有响应方询问评分依据' },
    }),
    answerObjection: async () => ({
      as: 'community',
      path: { objectionId: (await trade.objection(true)).id },
      body: { text: '按公布的评分表' },
    }),
    makeObjectionFormal: async () => ({
      as: 'provider',
      path: { objectionId: (await trade.objection(false)).id },
    }),
    decideObjection: async () => ({
      as: 'administrator',
      path: { objectionId: (await trade.objection(true)).id },
      body: { outcome: 'dismissed', reason: '复核无误' },
    }),
    withdrawObjection: async () => ({ as: 'provider', path: { objectionId: (await trade.objection(true)).id } }),
  };
}

/** Stages of agreements, delivery and reviews. */
function fromTheAgreement(trade: Trade): Stages {
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

/** What deals finds before each of its operations. */
export const dealsStages = (trade: Trade): Stages => ({ ...untilTheAward(trade), ...fromTheAgreement(trade) });
