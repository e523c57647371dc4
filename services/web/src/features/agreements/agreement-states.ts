import type { agreementChangeState, agreementFilePurpose } from '@duijie/contracts';
import { defineVocabulary } from '@duijie/domain-kit';
import type { z } from 'zod';

/** States of a proposed change (变更状态). */
export const changeStates = defineVocabulary<z.infer<typeof agreementChangeState>>({
  proposed: { zh: '待对方答复', en: 'Waits for the other side' },
  agreed: { zh: '已同意', en: 'Agreed' },
  refused: { zh: '不同意', en: 'Refused' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
});
/** What a file of an agreement is. */
export const filePurposes = defineVocabulary<z.infer<typeof agreementFilePurpose>>({
  scan: { zh: '盖章扫描件', en: 'Stamped scan' },
  delivery: { zh: '完成凭证', en: 'Proof of delivery' },
  acceptance: { zh: '验收材料', en: 'Of the acceptance' },
  payment: { zh: '付款凭证', en: 'Proof of payment' },
  other: { zh: '其他', en: 'Other' },
});
/** Steps in the life of an agreement, by the action of the audit log. */
export const agreementActions = defineVocabulary({
  'agreement.drafted': { zh: '拟定协议', en: 'Drafted' },
  'agreement.draft-changed': { zh: '修改草稿', en: 'Draft changed' },
  'agreement.cancelled': { zh: '作废草稿', en: 'Draft dropped' },
  'agreement.confirmed': { zh: '确认协议', en: 'Confirmed' },
  'agreement.signed': { zh: '签订', en: 'Signed' },
  'agreement.file-added': { zh: '上传材料', en: 'File added' },
  'agreement.completed': { zh: '协议完成', en: 'Completed' },
  'agreement.terminated': { zh: '协议终止', en: 'Terminated' },
  'hand-over.done': { zh: '交接事项已办', en: 'Hand-over done' },
  'hand-over.undone': { zh: '交接事项改为未办', en: 'Hand-over undone' },
  'milestone.delivered': { zh: '登记节点完成', en: 'Milestone delivered' },
  'milestone.accepted': { zh: '验收通过', en: 'Milestone accepted' },
  'milestone.sent-back': { zh: '退回整改', en: 'Sent back' },
  'change.proposed': { zh: '提出变更', en: 'Change proposed' },
  'change.agreed': { zh: '同意变更', en: 'Change agreed' },
  'change.refused': { zh: '不同意变更', en: 'Change refused' },
  'change.withdrawn': { zh: '撤回变更', en: 'Change withdrawn' },
  'payment.recorded': { zh: '登记付款', en: 'Payment recorded' },
  'payment.reversed': { zh: '冲正付款', en: 'Payment reversed' },
});
