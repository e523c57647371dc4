import {
  approveNeed,
  checkNeed,
  countDeskTasks,
  getDeskTask,
  getNeed,
  getNeedTriage,
  listDeskTasks,
  listNeedHistory,
  listNeeds,
  listScreeningNeeds,
  returnNeed,
  type NeedView,
} from '@duijie/contracts';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCall } from '../api/use-call';
import { ReasonModal } from './reason-modal';
import { useAct } from './use-act';
import { defineWords } from '../words/define-words';
import { useLanguage } from '../words/language';

const useWords = defineWords('screen-bar', {
  zh: {
    approve: '通过并发布',
    check: '已看过，没有问题',
    back: '退回修改',
    done: '已办理',
    alike: '可能重复',
    responsible: '责任单位',
    likeness: '{{n}}% 相似',
  },
  en: {
    approve: 'Approve and publish',
    check: 'Looked at, nothing wrong',
    back: 'Send back',
    done: 'Done',
    alike: 'Maybe the same',
    responsible: 'Responsible',
    likeness: '{{n}} % alike',
  },
});

/** What reads otherwise once a need was looked at: the need itself, and whatever lists it. */
const touched = [
  getNeed,
  listNeeds,
  listNeedHistory,
  listScreeningNeeds,
  listDeskTasks,
  countDeskTasks,
  getDeskTask,
] as const;

/** Screens a need: what it may duplicate, who is responsible, and the decision; nothing where none is waited for. */
export function ScreenBar({ need }: { readonly need: NeedView }) {
  const t = useWords();
  const { colon, semicolon } = useLanguage();
  const waits = need.private !== null && need.private.screening !== null;
  const triage = useCall(getNeedTriage, { params: { needId: need.id } }, { enabled: waits });
  const approving = useAct(approveNeed, touched, t('done'));
  const checking = useAct(checkNeed, touched, t('done'));
  const returning = useAct(returnNeed, touched, t('done'), true);
  const [asking, setAsking] = useState(false);
  const one = { params: { needId: need.id }, ifMatch: need.version };
  const first = need.private?.screening === 'first';
  const leaders = (triage.data?.responsible ?? []).filter(({ rule }) => rule.role === 'leads' && rule.body !== null);
  if (!waits) return null;
  return (
    <>
      {triage.data?.duplicates.map(({ need: other, likeness }) => (
        <Alert
          key={other.id}
          type="warning"
          style={{ marginBottom: 6 }}
          title={
            <>
              {t('alike')}
              {colon}
              <Link to={`/needs/${other.id}`}>{other.title}</Link> · {other.organisationName} ·{' '}
              {t('likeness', { n: likeness })}
            </>
          }
        />
      ))}
      {leaders.length > 0 ? (
        <p className="muted">
          {t('responsible')}
          {colon}
          {leaders
            .map(({ rule }) => `${rule.body?.zh ?? ''}${rule.matter ? `\uFF08${rule.matter}\uFF09` : ''}`)
            .join(semicolon)}
        </p>
      ) : null}
      <div className="kit-row" style={{ marginBottom: 8 }}>
        {first ? (
          <Button type="primary" loading={approving.pending} onClick={() => approving.act(one)}>
            {t('approve')}
          </Button>
        ) : (
          <Button type="primary" loading={checking.pending} onClick={() => checking.act(one)}>
            {t('check')}
          </Button>
        )}
        <Button onClick={() => setAsking(true)}>{t('back')}</Button>
      </div>
      {asking ? (
        <ReasonModal
          title={t('back')}
          confirm={t('back')}
          pending={returning.pending}
          error={returning.error}
          onConfirm={(reason) => returning.act({ ...one, body: { reason } }, () => setAsking(false))}
          onCancel={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
