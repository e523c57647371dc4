import type { WordsOf } from './notice-words';
import { needOf } from './phrases';

/** The organisation itself, what was done for it, and reminders. */
export const otherWords = {
  organisation_verified: () => ({
    title: { zh: '机构核验通过', en: 'Organisation verified' },
    plain: {
      zh: '你们的机构已通过核验，可以正常使用全部功能。',
      en: 'Your organisation is verified; everything is open to you now.',
    },
  }),
  organisation_rejected: () => ({
    title: { zh: '机构核验未通过', en: 'Organisation not verified' },
    plain: {
      zh: '你们的机构这次未通过核验，可补充资料后再提交；说明见机构页。',
      en: 'Your organisation could not be verified yet; its page says what is missing.',
    },
  }),
  organisation_suspended: () => ({
    title: { zh: '机构已暂停', en: 'Organisation suspended' },
    plain: {
      zh: '你们的机构暂停使用平台，说明见机构页；如有疑问可联系协会。',
      en: 'Your organisation is suspended; its page says why, and the association answers questions.',
    },
  }),
  done_on_behalf: ({ deed, by, needTitle }) => {
    const what = deed ?? { zh: '办理了一项业务', en: 'something was done' };
    const about = needTitle === undefined ? { zh: '', en: '' } : { zh: `（${needTitle}）`, en: ` (${needTitle})` };
    return {
      title: { zh: '协会为你们代办', en: 'Done on your behalf' },
      plain: {
        zh: `协会工作人员受托为你们${what.zh}${about.zh}。如与你们的意思不符，请及时联系。`,
        en: `The association acted for you: ${what.en}${about.en}. Please say so if this is not what you meant.`,
      },
      detail: by === undefined ? undefined : { zh: `经办：${by.zh}`, en: `By: ${by.en}` },
    };
  },
  responses_due: (facts) => ({
    title: { zh: '报名即将截止', en: 'Responses are due soon' },
    plain: {
      zh: `推介给你们的需求${needOf(facts).zh}快到截止时间了；已报名或不打算参加的，请忽略。`,
      en: `Responses to ${needOf(facts).en} are due soon; if you have responded, or do not mean to, ignore this.`,
    },
  }),
  delivery_due: (facts, moment) => {
    const until = typeof facts.until === 'string' ? moment(facts.until) : undefined;
    const what = typeof facts.item === 'string' ? `“${facts.item}”` : '';
    return {
      title: { zh: '交付日期临近', en: 'A delivery is due soon' },
      plain: {
        zh: `需求${needOf(facts).zh}的${what === '' ? '交付' : what}${until ? `约定${until.zh}交付` : '快到交付日期了'}。`,
        en: `${what === '' ? 'A delivery' : what} of ${needOf(facts).en} is due${until ? ` on ${until.en}` : ' soon'}.`,
      },
    };
  },
  acceptance_waiting: (facts) => {
    const what = typeof facts.item === 'string' ? `“${facts.item}”` : '';
    return {
      title: { zh: '还有交付待验收', en: 'A delivery waits to be accepted' },
      plain: {
        zh: `需求${needOf(facts).zh}的交付${what}已有几天待验收，方便时请处理。`,
        en: `${what === '' ? 'A delivery' : what} of ${needOf(facts).en} has waited some days to be accepted.`,
      },
    };
  },
  answer_overdue: (facts, moment) => {
    const until = typeof facts.until === 'string' ? moment(facts.until) : undefined;
    return {
      title: { zh: '异议答复已过期', en: 'An answer to an objection is overdue' },
      plain: {
        zh: `对需求${needOf(facts).zh}结果的正式异议${until ? `应于${until.zh}前答复，` : ''}还没有答复，请尽快办理。`,
        en: `The formal objection to the result for ${needOf(facts).en} is not answered${until ? `; the answer was due by ${until.en}` : ''}. Please answer it soon.`,
      },
    };
  },
  search_found: ({ item, found }) => {
    const name = typeof item === 'string' ? item : null;
    const titles = found?.titles ?? [];
    return {
      title: { zh: '保存的搜索有新结果', en: 'News for a saved search' },
      plain: {
        zh: '有符合你所保存搜索的新内容，点开即可查看。',
        en: 'There is something new that fits a search you saved.',
      },
      detail: found
        ? {
            zh: `${name === null ? '' : `“${name}”`}新增 ${found.count} 条：${titles.join('；')}`,
            en: `${name === null ? '' : `"${name}": `}${found.count} new: ${titles.join('; ')}`,
          }
        : undefined,
    };
  },
} satisfies Record<string, WordsOf>;
