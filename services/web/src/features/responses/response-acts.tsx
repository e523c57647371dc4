import {
  confirmMembership,
  declineMembership,
  getResponse,
  listLotResponses,
  listOwnResponses,
  withdrawResponse,
  type ResponseView,
} from '@duijie/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { LinkButton } from '../../kit/link-button';
import { ReasonModal } from '../../kit/reason-modal';
import { useAct } from '../../kit/use-act';
import { useNow } from '../../kit/use-now';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('response-acts', {
  zh: {
    continue: '继续填写',
    change: '修改后重新提交',
    withdraw: '撤回',
    withdrawTitle: '撤回这份响应',
    withdrawText: '撤回后不再参与；截止前可以重新提交一份。',
    withdrawn: '已撤回',
    confirm: '确认加入联合体',
    decline: '谢绝加入',
    confirmed: '已确认加入',
    declined: '已谢绝',
  },
  en: {
    continue: 'Continue',
    change: 'Change and hand in again',
    withdraw: 'Withdraw',
    withdrawTitle: 'Withdraw this response',
    withdrawText: 'It then takes no part any more; another one may follow before the deadline.',
    withdrawn: 'Withdrawn',
    confirm: 'Join the consortium',
    decline: 'Decline',
    confirmed: 'You have joined',
    declined: 'Declined',
  },
});
const touched = [getResponse, listOwnResponses, listLotResponses];

/** What the own organisation may do with a response now. */
export function ResponseActs({ response }: { readonly response: ResponseView }) {
  const t = useWords();
  const now = useNow();
  const [withdrawing, setWithdrawing] = useState(false);
  const withdraw = useAct(withdrawResponse, touched, t('withdrawn'), true);
  const confirm = useAct(confirmMembership, touched, t('confirmed'));
  const decline = useAct(declineMembership, touched, t('declined'));
  const input = { params: { responseId: response.id }, ifMatch: response.version };
  const { you, state, lotState, responsesDueAt, mode } = response;
  const open = lotState === 'open' && (responsesDueAt === null || Date.parse(responsesDueAt) > now);
  const contest = mode === 'open_call' || mode === 'quotation';
  const mayWithdraw = ['draft', 'submitted', 'opened', 'shortlisted'].includes(state);
  return (
    <>
      {you === 'invited' && state === 'draft' ? (
        <>
          <Button type="primary" loading={confirm.pending} onClick={() => confirm.act(input)}>
            {t('confirm')}
          </Button>
          <Button loading={decline.pending} onClick={() => decline.act(input)}>
            {t('decline')}
          </Button>
        </>
      ) : null}
      {you === 'leader' && open && (state === 'draft' || (state === 'submitted' && contest)) ? (
        <LinkButton to={`/lots/${response.lotId}/respond`} type={state === 'draft' ? 'primary' : 'default'}>
          {t(state === 'draft' ? 'continue' : 'change')}
        </LinkButton>
      ) : null}
      {you === 'leader' && mayWithdraw ? <Button onClick={() => setWithdrawing(true)}>{t('withdraw')}</Button> : null}
      {withdrawing ? (
        <ReasonModal
          title={t('withdrawTitle')}
          explanation={t('withdrawText')}
          confirm={t('withdraw')}
          danger
          required={false}
          pending={withdraw.pending}
          error={withdraw.error}
          onCancel={() => setWithdrawing(false)}
          onConfirm={(reason) =>
            withdraw.act({ ...input, body: reason ? { reason } : {} }, () => setWithdrawing(false))
          }
        />
      ) : null}
    </>
  );
}
