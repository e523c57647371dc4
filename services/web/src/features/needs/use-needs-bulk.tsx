import {
  approveNeed,
  checkNeed,
  listNeeds,
  listOwnNeeds,
  listScreeningNeeds,
  returnNeed,
  submitNeed,
  withdrawNeed,
  type NeedSummary,
} from '@duijie/contracts';
import { useState } from 'react';
import { api } from '../../api/client';
import { ReasonField } from '../../kit/table/reason-field';
import type { Bulk, BulkAction } from '../../kit/table/table-model';
import { defineWords } from '../../words/define-words';
import type { NeedList } from './needs-filters';

const useWords = defineWords('needs-bulk', {
  zh: {
    approve: '审核通过并发布',
    check: '核对无误',
    return: '退回修改',
    returnWhy: '退回意见（发布单位会看到）',
    submit: '提交发布',
    withdraw: '撤回',
    withdrawWhy: '撤回原因（已响应的服务方会看到）',
  },
  en: {
    approve: 'Approve and publish',
    check: 'Looked at, stands',
    return: 'Return with reasons',
    returnWhy: 'What is to be put right (the poster reads it)',
    submit: 'Publish',
    withdraw: 'Withdraw',
    withdrawWhy: 'Why it is withdrawn (whoever has responded reads it)',
  },
});
const touches = [listNeeds, listOwnNeeds, listScreeningNeeds];
const mayBeSubmitted = ({ state }: NeedSummary): boolean => state === 'draft' || state === 'returned';
const mayBeWithdrawn = ({ state }: NeedSummary): boolean =>
  ['draft', 'returned', 'failed', 'submitted', 'published', 'responding', 'deciding'].includes(state);

/** What can be done to several needs of a list at once. @param writes whether the caller may write for its organisation */
export function useNeedsBulk(list: NeedList, writes: boolean): Bulk<NeedSummary> | undefined {
  const t = useWords();
  const [reason, setReason] = useState('');
  const one = (need: NeedSummary) => ({ params: { needId: need.id }, ifMatch: need.version });
  const because = (label: string) => ({
    form: <ReasonField label={label} value={reason} onChange={setReason} />,
    ready: reason.trim().length >= 2,
  });
  const actions: BulkAction<NeedSummary>[] = [];
  if (list === 'first')
    actions.push({ key: 'approve', label: t('approve'), run: (need) => api().call(approveNeed, one(need)) });
  if (list === 'after')
    actions.push({ key: 'check', label: t('check'), run: (need) => api().call(checkNeed, one(need)) });
  if (list === 'first' || list === 'after')
    actions.push({
      key: 'return',
      label: t('return'),
      ...because(t('returnWhy')),
      run: (need) => api().call(returnNeed, { ...one(need), body: { reason: reason.trim() } }),
    });
  if (list === 'mine' && writes)
    actions.push(
      {
        key: 'submit',
        label: t('submit'),
        applies: mayBeSubmitted,
        run: (need) => api().call(submitNeed, one(need)),
      },
      {
        key: 'withdraw',
        label: t('withdraw'),
        danger: true,
        applies: mayBeWithdrawn,
        ...because(t('withdrawWhy')),
        run: (need) => api().call(withdrawNeed, { ...one(need), body: { reason: reason.trim() } }),
      },
    );
  return actions.length === 0 ? undefined : { actions, nameOf: ({ title }) => title, touches };
}
