import type { AgreementState } from '@duijie/contracts';
import { defineVocabulary } from '@duijie/domain-kit';

/** States of an agreement (协议状态). */
export const agreementStates = defineVocabulary<AgreementState>({
  drafted: { zh: '待签订', en: 'To be signed' },
  signed: { zh: '实施中', en: 'In delivery' },
  completed: { zh: '已完成', en: 'Completed' },
  terminated: { zh: '已终止', en: 'Terminated' },
  cancelled: { zh: '已作废', en: 'Dropped' },
});
