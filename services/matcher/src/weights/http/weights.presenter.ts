import { weightParts, weightSettings, type WeightsVersion } from '@duijie/contracts';
import type { Weights } from '@duijie/match-engine';
import type { Words } from '@duijie/service-kit';
import { partWords } from '../../http/part-words';
import type { KeptWeights } from '../weights-version';

const settingWords: Readonly<Record<(typeof weightSettings)[number], Words>> = {
  furtherComponentPermille: { zh: '每多一项服务的份量（‰）', en: 'Share of each further component (‰)' },
  neighbourPermille: { zh: '同组服务的部分得分（‰）', en: 'Credit of a leaf of the same group (‰)' },
  companionPermille: { zh: '常一起购买的服务的部分得分（‰）', en: 'Credit of a leaf often bought along (‰)' },
  boundMeansPermille: {
    zh: '手段用于别的事时保留的份量（‰）',
    en: 'What is left of a means bound to something else (‰)',
  },
  wordsHalf: { zh: '描述相近得一半分所需的证据', en: 'Word evidence for half of its points' },
  limitsHalf: { zh: '明说不做扣一半分所需的证据', en: 'Evidence of limits for half of what they take' },
  ratingPriorHundredths: { zh: '评分起点（百分之一星）', en: 'Prior of the rating (hundredths of a star)' },
  ratingPriorCount: { zh: '评分起点相当于多少次评价', en: 'How many ratings the prior is worth' },
  farOverBudgetPermille: {
    zh: '价格达到预算上限的多少不再推荐（‰）',
    en: 'Price beyond which it is not suggested (‰ of the budget)',
  },
  leastScore: {
    zh: '推荐的最低分（万分制，新近不计在内）',
    en: 'Least score to be suggested (of 10,000, freshness apart)',
  },
  leastCoveragePermille: { zh: '推荐的最低对口程度（‰）', en: 'Least coverage to be suggested (‰)' },
  leastWordsPermille: { zh: '对口服务的最低描述相近（‰）', en: 'Least shared words of a covering package (‰)' },
  leastRelatedWordsPermille: { zh: '相关服务的最低描述相近（‰）', en: 'Least shared words of a related package (‰)' },
};

/** Parts and settings of weights by name. */
export const valuesOf = (weights: Weights): Readonly<Record<WeightsVersion['values'][number]['name'], number>> => {
  const { version: _version, points, ...settings } = weights;
  return { ...points, ...settings };
};

/** A version of the weights as people see it. */
export function presentWeights(kept: KeptWeights): WeightsVersion {
  const [now, before] = [valuesOf(kept.weights), valuesOf(kept.before)];
  const value = (name: keyof typeof now, part: boolean, words: Words): WeightsVersion['values'][number] => ({
    name,
    part,
    value: now[name],
    before: before[name],
    words,
  });
  const { id, version, label, state, source, basedOn, reason, learnt, tryOut } = kept;
  return {
    id,
    version,
    label,
    state,
    source,
    basedOn,
    reason,
    values: [
      ...weightParts.map((name) => value(name, true, partWords[name])),
      ...weightSettings.map((name) => value(name, false, settingWords[name])),
    ],
    learnt,
    proposedBy: kept.proposedByName === null ? null : { id: kept.proposedBy, name: kept.proposedByName },
    proposedAt: kept.proposedAt.toISOString(),
    releasedBy: kept.releasedByName === null ? null : { id: kept.releasedBy, name: kept.releasedByName },
    releasedAt: kept.releasedAt?.toISOString() ?? null,
    tryOut,
  };
}
