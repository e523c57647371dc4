import { addAwardDocument, addResponseDocument } from '@duijie/contracts';
import { once, type Stage, type Stages } from './stage';
import type { Trade } from './trade';

const pdf = { name: '材料.pdf', content: Buffer.from('%PDF-1.4 paper') };

/** Stages of lots, responses and decisions. */
export function awardStages(trade: Trade): Stages {
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
