import {
  listCorrections,
  listWeightsVersions,
  proposeWeights,
  releaseWeights,
  submitNeed,
  takeBackCorrection,
  tryOutWeights,
} from '@duijie/contracts';
import type { Stages } from './stage';
import type { Trade } from './trade';

function understandingStages(trade: Trade): Stages {
  const { administrator, community } = trade;
  const corrected = async () => {
    const draft = await trade.draftNeed(community, {
      description: '想给院里老人做上门理发',
      components: ['livelihood.elder', 'making.culture'],
    });
    await community.client.call(submitNeed, { params: { needId: draft.id }, ifMatch: draft.version });
    const { items } = await administrator.client.call(listCorrections, { query: {} });
    const counted = items.find(({ takenBack }) => takenBack === null);
    if (!counted) throw new Error('nothing was counted');
    return counted;
  };
  const path = ({ id }: { readonly id: string }) => ({ correctionId: id });
  return {
    takeBackCorrection: async () => ({
      as: 'administrator',
      path: path(await corrected()),
      body: { reason: '只是巧合' },
    }),
    restoreCorrection: async () => {
      const { id: correctionId, version: ifMatch } = await corrected();
      const params = { correctionId };
      const taken = await administrator.client.call(takeBackCorrection, {
        params,
        ifMatch,
        body: { reason: '只是巧合' },
      });
      return { as: 'administrator', path: path(taken) };
    },
  };
}

function weightsStages(trade: Trade): Stages {
  const { administrator, colleague } = trade;
  let points = 3000;
  const proposed = async () => {
    points -= 10;
    return colleague.client.call(proposeWeights, {
      body: {
        reason: '试着调整',
        changes: [
          { name: 'words', value: points },
          { name: 'price', value: 4000 - points },
        ],
      },
    });
  };
  const tried = async () => {
    const { id: weightsId } = await proposed();
    return colleague.client.call(tryOutWeights, { params: { weightsId } });
  };
  const path = async (weights: Promise<{ readonly id: string }>) => ({ weightsId: (await weights).id });
  return {
    getProviderExposure: async () => ({
      as: 'provider',
      path: { organisationId: trade.provider.organisationId },
    }),
    proposeWeights: async () => ({
      as: 'administrator',
      body: {
        reason: '试着调整',
        changes: [
          { name: 'place', value: 200 },
          { name: 'capacity', value: 200 },
        ],
      },
    }),
    getWeightsVersion: async () => ({ as: 'administrator', path: await path(proposed()) }),
    tryOutWeights: async () => ({ as: 'administrator', path: await path(proposed()) }),
    releaseWeights: async () => ({
      as: 'administrator',
      path: await path(tried()),
      body: { reason: '试算结果可以' },
    }),
    withdrawWeights: async () => ({ as: 'administrator', path: await path(proposed()), body: { reason: '再看看' } }),
    rollBackWeights: async () => {
      const { id: weightsId, version: ifMatch } = await tried();
      const params = { weightsId };
      await administrator.client.call(releaseWeights, { params, ifMatch, body: { reason: '先用一用' } });
      const { items } = await administrator.client.call(listWeightsVersions, { query: {} });
      const before = items.find(({ state }) => state === 'retired');
      const { organisationId } = administrator;
      const as = { name: 'broker', kind: 'association', role: 'broker', organisationId, signedIn: colleague } as const;
      return { as, path: { weightsId: before?.id ?? '' }, body: { reason: '恢复' } };
    },
  };
}

/** What is learnt from people: weights and corrections. */
export const learningStages = (trade: Trade): Stages => ({ ...understandingStages(trade), ...weightsStages(trade) });
