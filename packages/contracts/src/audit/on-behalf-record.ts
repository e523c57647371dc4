import { z } from 'zod';
import { onBehalf, type OnBehalf } from '../actor';

/** That a step was taken by a broker for the organisation (代办), as records of what happened show it. */
export const onBehalfRecord = onBehalf.extend({
  /** One phrase for people. */
  words: z.strictObject({ zh: z.string(), en: z.string() }),
});
export type OnBehalfRecord = z.infer<typeof onBehalfRecord>;

const channels = {
  phone: { zh: '电话', en: 'by phone' },
  paper: { zh: '纸质材料', en: 'on paper' },
  wechat: { zh: '微信', en: 'by WeChat' },
  visit: { zh: '上门', en: 'at a visit' },
} as const satisfies Record<OnBehalf['channel'], { zh: string; en: string }>;

/** @example onBehalfWords(onBehalf).zh // 市物业管理协会代办(电话) */
export const onBehalfWords = ({
  channel,
  brokerOrganisationName: name,
}: Pick<OnBehalf, 'channel' | 'brokerOrganisationName'>): OnBehalfRecord['words'] => ({
  zh: `${name}代办（${channels[channel].zh}）`,
  en: `${name} on behalf, ${channels[channel].en}`,
});
