import type { WordsOf } from './notice-words';
import { needOf, otherOf } from './phrases';

const poster = { zh: '发布方', en: 'The poster' };
const provider = { zh: '服务方', en: 'The provider' };

/** Direct requests and their answers. */
export const appointmentWords = {
  appointment_asked: (facts) => {
    const other = otherOf(facts, poster);
    return {
      title: { zh: '直接对接邀约', en: 'You are asked directly' },
      plain: {
        zh: `${other.zh}邀请你们直接承接需求${needOf(facts).zh}，点一下即可接受或婉拒。`,
        en: `${other.en} asks you directly to take on ${needOf(facts).en}: accept or decline with one tap.`,
      },
    };
  },
  appointment_accepted: (facts) => {
    const other = otherOf(facts, provider);
    return {
      title: { zh: '邀约已接受', en: 'Your request was accepted' },
      plain: {
        zh: `${other.zh}接受了直接承接需求${needOf(facts).zh}的邀约。`,
        en: `${other.en} accepts to take on ${needOf(facts).en}.`,
      },
    };
  },
  appointment_declined: (facts) => {
    const other = otherOf(facts, provider);
    return {
      title: { zh: '邀约未被接受', en: 'Your request was declined' },
      plain: {
        zh: `${other.zh}这次不承接需求${needOf(facts).zh}，可以另邀一家，或请协会推介。`,
        en: `${other.en} does not take on ${needOf(facts).en} this time; ask another, or the association.`,
      },
    };
  },
  appointment_ended: (facts) => ({
    title: { zh: '直接对接邀约已结束', en: 'A direct request has ended' },
    plain: {
      zh: `关于需求${needOf(facts).zh}的直接对接邀约已结束，无需再答复。`,
      en: `The direct request about ${needOf(facts).en} has ended; no answer is needed.`,
    },
  }),
} satisfies Record<string, WordsOf>;
