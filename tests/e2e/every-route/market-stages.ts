import {
  addNeedAttachment,
  addPackageFile,
  addTaxonomyLeaf,
  closeResponses,
  createPackage,
  dismissMatch,
  excludeFromNeed,
  findSimilar,
  getNeed,
  getTaxonomy,
  joinNeed,
  listNeedMatches,
  listPackageVersions,
  modeTemplates,
  retireTaxonomyLeaf,
  submitNeed,
  suspendPackage,
  getPackage,
} from '@duijie/contracts';
import type { Stages } from './stage';
import type { Trade } from './trade';

const png = { name: '照片.png', content: Buffer.from('\u0089PNG\r\n\u001A\nphoto', 'latin1') };

/** A template of another district than the one that trades. */
const template = (zh: string) => ({
  jurisdiction: { code: '510132', zh: '新津区' },
  validFrom: null,
  source: null,
  status: 'example' as const,
  evidence: null,
  retired: false,
  mode: 'quotation' as const,
  zh,
  en: 'Quotation',
  responseDays: 7,
  enquiryDays: 0,
  noticeDays: 0,
  leastResponses: 2,
  sealed: false,
  evaluation: 'price' as const,
  bandAboveFen: 1_000_000,
  bandUpToFen: 2_000_000,
});

function needStages(trade: Trade): Stages {
  const { administrator, community, neighbour, rival } = trade;
  /** Above the amount from which a need is looked at first. */
  async function screened() {
    const draft = await trade.draftNeed(community, {
      money: { kind: 'range', minFen: 120_000_000, maxFen: 150_000_000 },
    });
    const need = await community.client.call(submitNeed, { params: { needId: draft.id }, ifMatch: draft.version });
    if (need.state !== 'submitted') throw new Error(`the need is ${need.state}`);
    return need.id;
  }
  async function attached() {
    const { id: needId } = await trade.draftNeed(community);
    const { attachments } = await community.client.call(addNeedAttachment, {
      params: { needId },
      body: {},
      file: png,
    });
    return { needId, attachmentId: attachments[0]?.id ?? '' };
  }
  /** One of its two lots has failed, the other takes responses. */
  async function halfFailed() {
    const { needId, lotId } = await trade.lot('open_call', {
      components: ['property.custody', 'property.introduce'],
      lots: [
        { title: '应急托管', components: ['property.custody'] },
        { title: '引入物业', components: ['property.introduce'] },
      ],
    });
    await community.client.call(closeResponses, { params: { lotId }, ifMatch: await trade.versionOf(lotId) });
    return trade.soon(async () => {
      const { progress } = await community.client.call(getNeed, { params: { needId } });
      if (!progress.some(({ state }) => state === 'failed')) throw new Error('not heard of yet');
      return needId;
    });
  }
  return {
    approveNeed: async () => ({ as: 'officer', path: { needId: await screened() } }),
    withdrawNeed: async () => ({
      as: 'community',
      path: { needId: await trade.publishedNeed() },
      body: { reason: '居民已自行解决' },
    }),
    joinNeed: async () => ({ as: 'community', path: { needId: await trade.publishedNeed(neighbour) }, body: {} }),
    takeLotsAgain: async () => ({ as: 'community', path: { needId: await halfFailed() }, body: {} }),
    leaveNeed: async () => {
      const needId = await trade.publishedNeed(neighbour);
      const { id: joinId } = await community.client.call(joinNeed, { params: { needId }, body: {} });
      return { as: 'community', path: { needId, joinId } };
    },
    mergeNeeds: async () => {
      const twin = await community.client.call(getNeed, { params: { needId: await trade.publishedNeed() } });
      return {
        as: 'administrator',
        path: { needId: await trade.publishedNeed(neighbour) },
        body: { duplicates: [{ needId: twin.id, version: twin.version }], reason: '同一件事' },
      };
    },
    markNeedDuplicate: async () => ({
      as: 'administrator',
      path: { needId: await trade.publishedNeed() },
      body: { duplicateOf: await trade.publishedNeed(neighbour) },
    }),
    readmitToNeed: async () => {
      const needId = await trade.publishedNeed();
      const { version: ifMatch } = await administrator.client.call(getNeed, { params: { needId } });
      const { organisationId } = rival;
      await administrator.client.call(excludeFromNeed, {
        params: { needId },
        ifMatch,
        body: { organisationId, reason: '参与了方案论证' },
      });
      return { as: 'administrator', path: { needId, organisationId } };
    },
    downloadNeedAttachment: async () => ({ as: 'community', path: await attached() }),
    removeNeedAttachment: async () => ({ as: 'community', path: await attached() }),
    addModeTemplate: async () => ({ as: 'administrator', body: template('邀请比选（试一）') }),
    changeModeTemplate: async () => {
      const added = await administrator.client.call(modeTemplates.add, { body: template('邀请比选（试二）') });
      return { as: 'administrator', path: { ruleId: added.id }, body: template('邀请比选（试三）') };
    },
  };
}

function matchStages(trade: Trade): Stages {
  const { community, provider } = trade;
  const matched = async () => {
    const needId = await trade.publishedNeed();
    const packageId = trade.packageIdOf(provider);
    return trade.soon(async () => {
      const { items } = await community.client.call(listNeedMatches, { params: { needId } });
      const match = items.find((one) => one.package.id === packageId);
      if (!match) throw new Error('not matched yet');
      return { path: { needId, packageId }, version: match.version };
    });
  };
  return {
    dismissMatch: async () => ({ as: 'community', path: (await matched()).path, body: {} }),
    restoreMatch: async () => {
      // the list may be made anew between the reading and the decision: then it is read again, as a person would
      const path = await trade.soon(async () => {
        const pair = await matched();
        await community.client.call(dismissMatch, { params: pair.path, ifMatch: pair.version, body: {} });
        return pair.path;
      });
      return { as: 'community', path };
    },
  };
}

function offerStages(trade: Trade): Stages {
  const { administrator, provider } = trade;
  const filed = async () => {
    const packageId = await trade.packageOf(provider, '带证明的服务包');
    const { evidence } = await provider.client.call(addPackageFile, {
      params: { packageId },
      body: { title: '资质证书' },
      file: png,
    });
    return { packageId, evidenceId: evidence[0]?.id ?? '' };
  };
  const leaf = 'property.every-route';
  return {
    findSimilar: async () => {
      const query = { kind: 'package', id: trade.packageIdOf(provider) } as const;
      await trade.soon(() => provider.client.call(findSimilar, { query }));
      return { query };
    },
    publishPackage: async () => {
      const { id } = await provider.client.call(createPackage, {
        body: {
          title: '楼道保洁',
          description: '每周两次清扫楼道与扶手，每月一次清洗，含垃圾清运与台账，配合社区检查。',
          categories: ['property.custody'],
          price: { model: 'fixed', minFen: 100_000, maxFen: 500_000 },
          capacity: 5,
          leadTimeDays: 3,
        },
      });
      return { as: 'provider', path: { packageId: id } };
    },
    suspendPackage: async () => ({
      as: 'provider',
      path: { packageId: await trade.packageOf(provider, '暂停的服务包') },
      body: { reason: '人手不足' },
    }),
    resumePackage: async () => {
      const packageId = await trade.packageOf(provider, '恢复的服务包');
      const { version: ifMatch } = await provider.client.call(getPackage, { params: { packageId } });
      await provider.client.call(suspendPackage, { params: { packageId }, ifMatch, body: { reason: '人手不足' } });
      return { as: 'provider', path: { packageId } };
    },
    getPackageVersion: async () => {
      const packageId = trade.packageIdOf(provider);
      const { items } = await provider.client.call(listPackageVersions, { params: { packageId } });
      return { path: { packageId, version: String(items[0]?.version) } };
    },
    downloadPackageFile: async () => ({ as: 'provider', path: await filed() }),
    removePackageEvidence: async () => ({ as: 'provider', path: await filed() }),
    restoreTaxonomyLeaf: async () => {
      const { version } = await administrator.client.call(getTaxonomy);
      const added = await administrator.client.call(addTaxonomyLeaf, {
        ifMatch: version,
        body: { code: leaf, zh: '试用类目', en: 'A leaf to try' },
      });
      await administrator.client.call(retireTaxonomyLeaf, { params: { code: leaf }, ifMatch: added.version });
      return { as: 'administrator', path: { code: leaf } };
    },
  };
}

/** What needs, matcher and offers find before those operations that nothing else leads to. */
export const marketStages = (trade: Trade): Stages => ({
  ...needStages(trade),
  ...matchStages(trade),
  ...offerStages(trade),
});
