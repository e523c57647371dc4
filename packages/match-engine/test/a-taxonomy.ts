import { buildTaxonomyIndex, type TaxonomyIndex } from '../src/taxonomy/build-taxonomy-index';
import { defaultPhrases } from '../src/taxonomy/default-phrases';
import type { LearntPhrases } from '../src/taxonomy/learnt-phrases';

const leaf = (code: string, zh: string, ...synonyms: string[]) => ({
  code,
  zh,
  synonyms,
  groupCode: code.slice(0, code.indexOf('.')),
});

/**
 * A small taxonomy for tests: eight leaves in four groups.
 *
 * @param learnt what corrections have taught
 * @returns its index, with the published phrases
 */
export function aTaxonomy(learnt?: LearntPhrases): TaxonomyIndex {
  const leaves = [
    leaf('property.custody', '物业临时托管', '临时托管', '物业撤场'),
    leaf('property.introduce', '物业服务引入', '引入物业'),
    leaf('facility.elevator', '加装电梯与电梯安全', '加装电梯'),
    leaf('facility.charging', '充电桩建设', '充电棚'),
    leaf('governance.deliberation', '居民议事协商', '议事会'),
    leaf('governance.mediation', '矛盾纠纷调解', '人民调解'),
    leaf('support.legal', '法律咨询与普法', '法律咨询'),
    leaf('support.training', '人才培训', '网格员培训'),
  ];
  return buildTaxonomyIndex(leaves, defaultPhrases, learnt);
}
