import { defineVocabulary } from './vocabulary';

/** Ties between organisations (关联关系), which make provider groups and feed the conflict check. */
export const affiliationKinds = defineVocabulary({
  sponsors: { zh: '出资举办', en: 'Sponsors' },
  leads: { zh: '牵头组建', en: 'Leads' },
  hosts: { zh: '托管（代管资金）', en: 'Hosts' },
  serves: { zh: '现任物业', en: 'Serves' },
  advises: { zh: '提供顾问', en: 'Advises' },
  drafted: { zh: '起草需求', en: 'Drafted' },
});

/** One tie between organisations. */
export type AffiliationKind = keyof typeof affiliationKinds;
