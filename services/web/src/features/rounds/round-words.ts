import type { RoundMode, RoundOfferState, RoundState } from '@duijie/contracts';
import { defineVocabulary, type Vocabulary } from '@duijie/domain-kit';
import type { Tone } from '../../kit/state-tag';

export const roundStateWords: Vocabulary<RoundState> = defineVocabulary({
  draft: { zh: '编辑中', en: 'Draft' },
  frozen: { zh: '已定稿', en: 'Frozen' },
  published: { zh: '已发布', en: 'Published' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
});
export const roundTones: Readonly<Record<RoundState, Tone>> = {
  draft: 'plain',
  frozen: 'warn',
  published: 'good',
  cancelled: 'plain',
};

export const roundModeWords: Vocabulary<RoundMode> = defineVocabulary({
  optimum: { zh: '整体最优', en: 'Optimum' },
  stable: { zh: '稳定', en: 'Stable' },
  greedy: { zh: '高分先配', en: 'Greedy' },
});

export const roundOfferWords: Vocabulary<RoundOfferState> = defineVocabulary({
  fallen: { zh: '发布时落选', en: 'Fell out' },
  waiting: { zh: '等待推介', en: 'Waiting' },
  told: { zh: '正在推介', en: 'On its way' },
  introduced: { zh: '已推介', en: 'Introduced' },
  asked: { zh: '关联待核', en: 'Flag to decide' },
  stood: { zh: '此前已推介', en: 'Introduced before' },
  refused: { zh: '未能推介', en: 'Refused' },
});
export const offerTones: Readonly<Record<RoundOfferState, Tone>> = {
  fallen: 'warn',
  waiting: 'active',
  told: 'active',
  introduced: 'good',
  asked: 'warn',
  stood: 'plain',
  refused: 'bad',
};
