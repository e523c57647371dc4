interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What each kind of task says. */
export const taskWords = {
  screen: { zh: '需求待审核', en: 'A need waits for screening' },
  new_need: { zh: '新需求，还没有人跟', en: 'A new need that nobody looks after' },
  introduce: (count: number): Words => ({
    zh: `有 ${count} 个服务包匹配，可以推介`,
    en: `${count} packages fit and may be introduced`,
  }),
  no_supply: { zh: '没有匹配的服务包', en: 'No package fits' },
  fell_through: (lot: string, state: 'failed' | 'given_back', because: Words | null): Words => {
    const [zh, en] =
      state === 'failed' ? ['没有成', 'came to nothing'] : ['协议已终止，退回重来', 'was given back by its agreement'];
    return {
      zh: `“${lot}”${zh}${because ? `：${because.zh}` : ''}`,
      en: `“${lot}” ${en}${because ? `: ${because.en}` : ''}`,
    };
  },
  answer_outstanding: (provider: string): Words => ({
    zh: `${provider} 还没有回应推介`,
    en: `${provider} has not answered the introduction`,
  }),
  request_outstanding: (provider: string): Words => ({
    zh: `${provider} 还没有回应直接对接邀约`,
    en: `${provider} has not answered a direct request`,
  }),
  change_outstanding: (other: string): Words => ({
    zh: `${other} 还没有答复协议变更`,
    en: `${other} has not answered a change of the agreement`,
  }),
  flag: (provider: string): Words => ({
    zh: `${provider} 可能存在利益关联，待核定`,
    en: `A possible conflict of interest of ${provider} waits for a decision`,
  }),
  deciding: (lot: string): Words => ({
    zh: `“${lot}”已截止，发布方还没有确定承接方`,
    en: `The deadline of “${lot}” has passed and the poster has not decided`,
  }),
  objection: {
    asked: { zh: '有人询问结果，待转达', en: 'A question about the result waits to be passed on' },
    passed: {
      zh: '有人询问结果，已转达，待需求方答复',
      en: 'A question about the result was passed on; the poster answers',
    },
    formal: { zh: '正式异议待答复', en: 'A formal objection waits for an answer' },
    answered: { zh: '正式异议已答复，待裁定', en: 'A formal objection is answered and waits for its decision' },
  },
  answer_overdue: {
    zh: '正式异议逾期未答复，请催办',
    en: 'The answer to a formal objection is overdue: remind the poster',
  },
  delivery_overdue: (milestone: string): Words => ({
    zh: `“${milestone}”已过期，还没有交付`,
    en: `“${milestone}” is past its day and not delivered`,
  }),
} as const;
