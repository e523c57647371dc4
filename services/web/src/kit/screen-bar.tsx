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
  markNeedDuplicate,
  referNeed,
  returnNeed,
  type NeedView,
} from '@duijie/contracts';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCall } from '../api/use-call';
import { ReasonModal } from './reason-modal';
import { ReferModal } from './refer-modal';
import { useAct } from './use-act';
import { defineWords } from '../words/define-words';
import { useLanguage } from '../words/language';

const useWords = defineWords('screen-bar', {
  zh: {
    approve: '通过并发布',
    check: '已看过，没有问题',
    back: '退回修改',
    refer: '转办',
    merge: '并入这一条',
    mergeWhy: '这条需求不再单独办理，发布单位会看到并入了哪一条。',
    done: '已办理',
    alike: '可能重复',
    responsible: '责任单位',
    likeness: '{{n}}% 相似',
  },
  en: {
    approve: 'Approve and publish',
    check: 'Looked at, nothing wrong',
    back: 'Send back',
    refer: 'Refer',
    merge: 'Merge into it',
    mergeWhy: 'This need does not go on by itself; its poster reads into which it was merged.',
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
  const referring = useAct(referNeed, touched, t('done'), true);
  const merging = useAct(markNeedDuplicate, touched, t('done'), true);
  const [asking, setAsking] = useState<'return' | 'refer' | { readonly into: string } | null>(null);
  const close = (): void => setAsking(null);
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
          action={
            <Button size="small" onClick={() => setAsking({ into: other.id })}>
              {t('merge')}
            </Button>
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
        <Button onClick={() => setAsking('return')}>{t('back')}</Button>
        <Button onClick={() => setAsking('refer')}>{t('refer')}</Button>
      </div>
      {asking === 'return' ? (
        <ReasonModal
          title={t('back')}
          confirm={t('back')}
          pending={returning.pending}
          error={returning.error}
          onConfirm={(reason) => returning.act({ ...one, body: { reason } }, close)}
          onCancel={close}
        />
      ) : null}
      {asking === 'refer' ? (
        <ReferModal
          body={leaders[0]?.rule.body?.zh ?? ''}
          pending={referring.pending}
          error={referring.error}
          onConfirm={(name, reason) => referring.act({ ...one, body: { name, reason } }, close)}
          onCancel={close}
        />
      ) : null}
      {asking !== null && typeof asking === 'object' ? (
        <ReasonModal
          title={t('merge')}
          explanation={t('mergeWhy')}
          confirm={t('merge')}
          required={false}
          pending={merging.pending}
          error={merging.error}
          onConfirm={(reason) =>
            merging.act({ ...one, body: { duplicateOf: asking.into, ...(reason === '' ? {} : { reason }) } }, close)
          }
          onCancel={close}
        />
      ) : null}
    </>
  );
}
