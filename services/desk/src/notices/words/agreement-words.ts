import type { NoticeFacts, Words } from '../notice';
import type { WordsOf } from './notice-words';
import { needOf, otherOf, reasonOf } from './phrases';

const item = (facts: NoticeFacts, otherwise: Words): Words =>
  typeof facts.item === 'string' ? { zh: `“${facts.item}”`, en: `“${facts.item}”` } : otherwise;
const milestone = { zh: '交付节点', en: 'a milestone' };
const agreement = (facts: NoticeFacts): Words => ({
  zh: `需求${needOf(facts).zh}的协议`,
  en: `The agreement on ${needOf(facts).en}`,
});

/** Agreements, delivery and reviews. */
export const agreementWords = {
  agreement_to_sign: (facts) => ({
    title: { zh: '协议待确认', en: 'An agreement waits for you' },
    plain: {
      zh: `${agreement(facts).zh}已拟好，请核对并确认。`,
      en: `${agreement(facts).en} is drafted; please look through it and confirm.`,
    },
  }),
  agreement_signed: (facts) => ({
    title: { zh: '协议已签', en: 'Agreement signed' },
    plain: { zh: `${agreement(facts).zh}已签，开始实施。`, en: `${agreement(facts).en} is signed; delivery begins.` },
  }),
  agreement_draft_changed: (facts) => ({
    title: { zh: '协议草稿有改动', en: 'Draft of an agreement changed' },
    plain: {
      zh: `${agreement(facts).zh}草稿有改动，请重新核对；此前的确认不再算数。`,
      en: `The draft of ${needOf(facts).en}’s agreement was changed; please look through it again, earlier confirmations no longer count.`,
    },
  }),
  agreement_change_proposed: (facts) => {
    const other = otherOf(facts, { zh: '对方', en: 'The other side' });
    return {
      title: { zh: '协议变更待答复', en: 'A change of an agreement waits for you' },
      plain: {
        zh: `${other.zh}提出变更${agreement(facts).zh}，请答复是否同意。`,
        en: `${other.en} proposes to change the agreement on ${needOf(facts).en}; please agree or refuse.`,
      },
    };
  },
  agreement_change_closed: (facts) => ({
    title: { zh: '协议变更未达成', en: 'No change of the agreement' },
    plain: {
      zh: `对${agreement(facts).zh}提出的变更已撤回或未获同意，原协议继续有效。`,
      en: `The change that was proposed of the agreement on ${needOf(facts).en} was refused or taken back; it stays as it is.`,
    },
  }),
  agreement_changed: (facts) => ({
    title: { zh: '协议有变更', en: 'Agreement changed' },
    plain: {
      zh: `${agreement(facts).zh}有变更，请查看。`,
      en: `${agreement(facts).en} was changed; please have a look.`,
    },
  }),
  agreement_cancelled: (facts) => ({
    title: { zh: '协议已取消', en: 'Agreement cancelled' },
    plain: { zh: `${agreement(facts).zh}已取消。`, en: `${agreement(facts).en} was cancelled.` },
    detail: reasonOf(facts),
  }),
  agreement_terminated: (facts) => ({
    title: { zh: '协议已终止', en: 'Agreement terminated' },
    plain: { zh: `${agreement(facts).zh}已终止。`, en: `${agreement(facts).en} was terminated.` },
    detail: reasonOf(facts),
  }),
  agreement_completed: (facts) => ({
    title: { zh: '协议已完成', en: 'Agreement completed' },
    plain: {
      zh: `${agreement(facts).zh}已完成。感谢双方，欢迎对这次合作作出评价。`,
      en: `${agreement(facts).en} is completed. Thank you both; a review is welcome.`,
    },
  }),
  milestone_delivered: (facts) => {
    const other = otherOf(facts, { zh: '承接方', en: 'The provider' });
    const what = item(facts, milestone);
    return {
      title: { zh: '请验收', en: 'Please accept a delivery' },
      plain: {
        zh: `${other.zh}已交付需求${needOf(facts).zh}的${what.zh}，请验收。`,
        en: `${other.en} delivered ${what.en} of ${needOf(facts).en}; please accept it or send it back.`,
      },
    };
  },
  milestone_accepted: (facts) => {
    const what = item(facts, milestone);
    return {
      title: { zh: '验收通过', en: 'Delivery accepted' },
      plain: {
        zh: `需求${needOf(facts).zh}的${what.zh}已验收通过。`,
        en: `${what.en} of ${needOf(facts).en} was accepted.`,
      },
    };
  },
  milestone_sent_back: (facts) => {
    const what = item(facts, milestone);
    return {
      title: { zh: '验收退回', en: 'Delivery sent back' },
      plain: {
        zh: `需求${needOf(facts).zh}的${what.zh}需要整改，意见见协议页。`,
        en: `${what.en} of ${needOf(facts).en} was sent back; the agreement's page says what is missing.`,
      },
    };
  },
  review_published: (facts) => {
    const other = otherOf(facts, { zh: '委托方', en: 'The community' });
    return {
      title: { zh: '收到评价', en: 'A review of your work' },
      plain: {
        zh: `${other.zh}评价了你们在需求${needOf(facts).zh}中的服务，可以回复。`,
        en: `${other.en} reviewed your work on ${needOf(facts).en}; you may reply.`,
      },
    };
  },
} satisfies Record<string, WordsOf>;
