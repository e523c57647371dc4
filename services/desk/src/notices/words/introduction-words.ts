import type { WordsOf } from './notice-words';
import { needOf, otherOf, reasonOf } from './phrases';

const provider = { zh: '服务方', en: 'The provider' };

/** Introductions and their answers. */
export const introductionWords = {
  introduction_made: (facts) => {
    const need = needOf(facts);
    const item =
      typeof facts.item === 'string'
        ? { zh: `（服务包：${facts.item}）`, en: ` (package: ${facts.item})` }
        : { zh: '', en: '' };
    return {
      title: { zh: '有新的需求推介给你们', en: 'You were introduced to a need' },
      plain: {
        zh: `需求${need.zh}推介给你们${item.zh}，请看看是否有意向，点一下即可答复。`,
        en: `The need ${need.en} may suit you${item.en}: please say with one tap whether you are interested.`,
      },
    };
  },
  introduction_interested: (facts) => {
    const other = otherOf(facts, provider);
    return {
      title: { zh: '服务方有意向', en: 'A provider is interested' },
      plain: {
        zh: `${other.zh}对需求${needOf(facts).zh}有意向。`,
        en: `${other.en} is interested in ${needOf(facts).en}.`,
      },
    };
  },
  introduction_declined: (facts) => {
    const other = otherOf(facts, provider);
    return {
      title: { zh: '推介未能达成', en: 'An introduction was declined' },
      plain: {
        zh: `${other.zh}与需求${needOf(facts).zh}这次未能对接。`,
        en: `${other.en} and ${needOf(facts).en} do not come together this time.`,
      },
      detail: reasonOf(facts),
    };
  },
  introduction_withdrawn: (facts) => ({
    title: { zh: '推介已撤回', en: 'An introduction was withdrawn' },
    plain: {
      zh: `关于需求${needOf(facts).zh}的推介已撤回，无需再答复。`,
      en: `The introduction to ${needOf(facts).en} was withdrawn; no answer is needed.`,
    },
  }),
} satisfies Record<string, WordsOf>;
