import { defineVocabulary } from './vocabulary';

/** States of a milestone (节点状态). */
export const milestoneStates = defineVocabulary({
  planned: { zh: '未开始', en: 'Planned' },
  delivered: { zh: '已交付待验收', en: 'Delivered' },
  accepted: { zh: '已验收', en: 'Accepted' },
  sent_back: { zh: '退回整改', en: 'Sent back' },
});

/** One state of a milestone. */
export type MilestoneState = keyof typeof milestoneStates;
