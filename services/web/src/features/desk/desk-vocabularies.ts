import type { CallResult, ContactChannel, DeskTaskKind, IntroductionState } from '@duijie/contracts';
import { defineVocabulary, type Vocabulary } from '@duijie/domain-kit';

export const taskKinds: Vocabulary<DeskTaskKind> = defineVocabulary({
  screen: { zh: '待审核', en: 'Screen' },
  new_need: { zh: '新需求', en: 'New need' },
  introduce: { zh: '可推介', en: 'Introduce' },
  no_supply: { zh: '无人可配', en: 'No supply' },
  fell_through: { zh: '未成或退回', en: 'Fell through' },
  answer_outstanding: { zh: '等回应', en: 'Answer due' },
  answer_overdue: { zh: '答复逾期', en: 'Reply overdue' },
  flag: { zh: '关联待核', en: 'Flag' },
  follow_up: { zh: '跟进', en: 'Follow up' },
  deciding: { zh: '该定了', en: 'Decide' },
  objection: { zh: '异议', en: 'Objection' },
  delivery_overdue: { zh: '交付逾期', en: 'Overdue' },
});

export const callResultWords: Vocabulary<CallResult> = defineVocabulary({
  reached: { zh: '已接通', en: 'Reached' },
  no_answer: { zh: '未接', en: 'No answer' },
  call_back: { zh: '约回电', en: 'Call back' },
  interested: { zh: '有意向', en: 'Interested' },
  declined: { zh: '谢绝', en: 'Declined' },
  wrong_number: { zh: '号码有误', en: 'Wrong number' },
});

/** Results of any contact, by call or otherwise. */
export const contactResultWords = defineVocabulary({
  ...callResultWords,
  agreed: { zh: '已谈妥', en: 'Agreed' },
  other: { zh: '其他', en: 'Other' },
});

export const contactChannelWords: Vocabulary<ContactChannel> = defineVocabulary({
  phone: { zh: '电话', en: 'Phone' },
  wechat: { zh: '微信', en: 'WeChat' },
  visit: { zh: '上门', en: 'Visit' },
  meeting: { zh: '会面', en: 'Meeting' },
  email: { zh: '邮件', en: 'E-mail' },
});

export const introductionWords: Vocabulary<IntroductionState> = defineVocabulary({
  shortlisted: { zh: '候选', en: 'Short list' },
  introduced: { zh: '等回应', en: 'Waiting' },
  interested: { zh: '有意向', en: 'Interested' },
  declined: { zh: '谢绝', en: 'Declined' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
});
