import type { NoticeFacts, Words } from '../notice';
import type { WordsOf } from './notice-words';
import { needOf, otherOf, reasonOf } from './phrases';

/** How the reader stands to the need: its author, or somebody who joined it. */
const yours = (facts: NoticeFacts): Words =>
  facts.joined === true
    ? { zh: `你们加入的需求${needOf(facts).zh}`, en: `The need ${needOf(facts).en}, which you joined,` }
    : { zh: `需求${needOf(facts).zh}`, en: `The need ${needOf(facts).en}` };

/** What became of a need. */
export const needWords = {
  need_published: (facts) => ({
    title: { zh: '需求已发布', en: 'Need published' },
    plain: {
      zh: `${yours(facts).zh}已发布，服务方可以看到了。`,
      en: `${yours(facts).en} is published; providers can see it.`,
    },
  }),
  need_returned: (facts) => ({
    title: { zh: '需求已退回修改', en: 'Need returned' },
    plain: {
      zh: `${yours(facts).zh}需要补充或修改，改好后可再次提交。`,
      en: `${yours(facts).en} needs some changes; it can be submitted again afterwards.`,
    },
    detail: reasonOf(facts),
  }),
  need_referred: (facts) => {
    const other = otherOf(facts, { zh: '有关单位', en: 'another body' });
    return {
      title: { zh: '需求已转办', en: 'Need referred' },
      plain: { zh: `${yours(facts).zh}已转给${other.zh}办理。`, en: `${yours(facts).en} was referred to ${other.en}.` },
      detail: reasonOf(facts),
    };
  },
  need_merged: (facts) => {
    const into =
      typeof facts.item === 'string'
        ? { zh: `《${facts.item}》`, en: `“${facts.item}”` }
        : { zh: '同类需求', en: 'a similar need' };
    return {
      title: { zh: '需求已合并', en: 'Need merged' },
      plain: {
        zh: `${yours(facts).zh}已并入${into.zh}，后续进展会继续告知。`,
        en: `${yours(facts).en} was merged into ${into.en}; you will hear how it goes on.`,
      },
      detail: reasonOf(facts),
    };
  },
  need_withdrawn: (facts) => ({
    title: { zh: '需求已撤回', en: 'Need withdrawn' },
    plain: { zh: `${yours(facts).zh}已撤回。`, en: `${yours(facts).en} was withdrawn.` },
    detail: reasonOf(facts),
  }),
  need_failed: (facts) => ({
    title: { zh: '本次未成交', en: 'No provider found this time' },
    plain: {
      zh: `${yours(facts).zh}这次没有确定承接方${facts.joined === true ? '' : '，可以再次发布、换一种方式，或请协会协助'}。`,
      en: `${yours(facts).en} found no provider this time${facts.joined === true ? '' : '; publish it again, choose another mode, or ask the association'}.`,
    },
    detail: reasonOf(facts),
  }),
  need_given_back: (facts) => ({
    title: { zh: '协议已终止，需求退回', en: 'Need given back' },
    plain: {
      zh: `${yours(facts).zh}的协议已终止，可以重新发布。`,
      en: `The agreement on ${needOf(facts).en} has ended; the need can be published again.`,
    },
    detail: reasonOf(facts),
  }),
} satisfies Record<string, WordsOf>;
