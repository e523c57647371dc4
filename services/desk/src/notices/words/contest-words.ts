import type { WordsOf } from './notice-words';
import { needOf, otherOf, reasonOf } from './phrases';

const provider = { zh: '承接方', en: 'the provider' };
const decision = { zh: '确定理由', en: 'Why it was decided so' };

/** Responses, results and objections. */
export const contestWords = {
  response_received: (facts) => {
    const other = otherOf(facts, { zh: '一家服务方', en: 'A provider' });
    return {
      title: { zh: '收到新的报名', en: 'A new response' },
      plain: { zh: `${other.zh}报名了需求${needOf(facts).zh}。`, en: `${other.en} responded to ${needOf(facts).en}.` },
    };
  },
  response_confirm_asked: (facts) => {
    const other = otherOf(facts, { zh: '牵头单位', en: 'The leader' });
    return {
      title: { zh: '请确认加入联合体', en: 'Please confirm your part in a consortium' },
      plain: {
        zh: `${other.zh}邀请你们一起承接需求${needOf(facts).zh}，请确认是否加入。`,
        en: `${other.en} asks you to take on ${needOf(facts).en} together; please confirm.`,
      },
    };
  },
  response_cleared: (facts) => ({
    title: { zh: '利益回避核定通过', en: 'Conflict check cleared' },
    plain: {
      zh: `你们对需求${needOf(facts).zh}的报名已核定通过。`,
      en: `Your response to ${needOf(facts).en} was cleared.`,
    },
  }),
  response_refused: (facts) => ({
    title: { zh: '报名未获接受', en: 'Response not admitted' },
    plain: {
      zh: `你们对需求${needOf(facts).zh}的报名未能接受，说明见详情页；如有疑问可联系协会。`,
      en: `Your response to ${needOf(facts).en} could not be admitted; its page says why, and the association answers questions.`,
    },
  }),
  lot_deciding: (facts) => ({
    title: { zh: '报名已截止，请确定承接方', en: 'Responses are closed: please decide' },
    plain: {
      zh: `需求${needOf(facts).zh}的报名已截止，可以比选和确定承接方了。`,
      en: `Responses to ${needOf(facts).en} are closed; you can decide now.`,
    },
  }),
  lot_closed: (facts) => ({
    title: { zh: '需求不再征集', en: 'A need is closed' },
    plain: {
      zh: `需求${needOf(facts).zh}不再征集服务方，感谢你们的关注。`,
      en: `The need ${needOf(facts).en} is closed. Thank you for your interest.`,
    },
    detail: reasonOf(facts),
  }),
  result_made: (facts) => {
    const other = otherOf(facts, provider);
    return {
      title: { zh: '承接方已确定', en: 'A provider was chosen' },
      plain: {
        zh: `${facts.joined === true ? '你们加入的' : ''}需求${needOf(facts).zh}已确定由${other.zh}承接。`,
        en: `${other.en} was chosen for ${needOf(facts).en}${facts.joined === true ? ', which you joined' : ''}.`,
      },
    };
  },
  result_won: (facts, moment) => {
    const until = typeof facts.until === 'string' ? moment(facts.until) : undefined;
    return {
      title: { zh: '恭喜，你们被确定为承接方', en: 'You were chosen' },
      plain: {
        zh: `需求${needOf(facts).zh}确定由你们承接${until ? `，结果公示至${until.zh}` : ''}。`,
        en: `You were chosen for ${needOf(facts).en}${until ? `; the result is posted until ${until.en}` : ''}.`,
      },
      detail: reasonOf(facts, decision),
    };
  },
  result_not_won: (facts) => ({
    title: { zh: '这次未入选', en: 'Not chosen this time' },
    plain: {
      zh: `感谢你们报名需求${needOf(facts).zh}。这次确定了其他承接方，期待下次合作。`,
      en: `Thank you for responding to ${needOf(facts).en}. Another provider was chosen this time; we hope to see you again.`,
    },
    detail: reasonOf(facts, decision),
  }),
  result_effective: (facts) => ({
    title: { zh: '公示期满，结果生效', en: 'The result is effective' },
    plain: {
      zh: `需求${needOf(facts).zh}的结果公示期满，可以签订协议了。`,
      en: `The notice period on ${needOf(facts).en} is over; the agreement can be signed.`,
    },
  }),
  result_cancelled: (facts) => ({
    title: { zh: '结果已取消，将重新确定', en: 'The result was cancelled' },
    plain: {
      zh: `需求${needOf(facts).zh}原来的结果不再有效，将重新确定承接方。`,
      en: `The result for ${needOf(facts).en} no longer holds; it will be decided again.`,
    },
  }),
  objection_asked: (facts) => ({
    title: { zh: '有异议待转达', en: 'An objection waits to be passed on' },
    plain: {
      zh: `有单位对需求${needOf(facts).zh}的结果提出疑问，请转达并答复。`,
      en: `Somebody asks about the result for ${needOf(facts).en}; please pass it on.`,
    },
  }),
  objection_passed: (facts) => ({
    title: { zh: '有人询问结果，请答复', en: 'A question about the result waits for your answer' },
    plain: {
      zh: `有人询问需求${needOf(facts).zh}的结果，已匿名转达，请答复。`,
      en: `A question about the result for ${needOf(facts).en} was passed on to you; please answer it.`,
    },
  }),
  objection_formal: (facts, moment) => {
    const until = typeof facts.until === 'string' ? moment(facts.until) : undefined;
    return {
      title: { zh: '收到正式异议', en: 'A formal objection' },
      plain: {
        zh: `对需求${needOf(facts).zh}的结果有正式异议${until ? `，请于${until.zh}前答复` : ''}。`,
        en: `There is a formal objection to the result for ${needOf(facts).en}${until ? `; an answer is due by ${until.en}` : ''}.`,
      },
    };
  },
  objection_upheld: (facts) => ({
    title: { zh: '异议成立', en: 'Objection upheld' },
    plain: {
      zh: `对需求${needOf(facts).zh}结果的异议成立，将重新确定。`,
      en: `The objection to the result for ${needOf(facts).en} was upheld; it will be decided again.`,
    },
  }),
  objection_dismissed: (facts) => ({
    title: { zh: '异议不成立', en: 'Objection dismissed' },
    plain: {
      zh: `对需求${needOf(facts).zh}结果的异议经核实不成立，结果不变。`,
      en: `The objection to the result for ${needOf(facts).en} was examined and dismissed; the result stands.`,
    },
  }),
} satisfies Record<string, WordsOf>;
