import type { AskedBasis } from '@duijie/contracts';
import { defineVocabulary } from '@duijie/domain-kit';

/** Kinds of decision basis (决策依据). */
export const decisionBasisWords = defineVocabulary<AskedBasis['kind']>({
  owners_decision: { zh: '业主大会决定', en: "Owners' decision" },
  council_resolution: { zh: '议事会决议', en: "Residents' council resolution" },
  party_minutes: { zh: '党组织会议纪要', en: 'Party meeting minutes' },
  subdistrict_filing: { zh: '街道备案', en: 'Filed with the subdistrict' },
  committee_resolution: { zh: '业委会决议', en: "Owners' committee resolution" },
  other: { zh: '其他依据', en: 'Another basis' },
});
