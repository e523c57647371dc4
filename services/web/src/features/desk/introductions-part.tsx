import {
  countDeskTasks,
  decideIntroductionConflict,
  getDeskTask,
  listDeskTasks,
  listNeedIntroductions,
  withdrawIntroduction,
  type IntroductionView,
} from '@duijie/contracts';
import { Alert, Button, Empty, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call';
import { OnBehalfModal } from '../../kit/on-behalf-modal';
import { ProblemAlert } from '../../kit/problem-alert';
import { ReasonModal } from '../../kit/reason-modal';
import { StateTag } from '../../kit/state-tag';
import { useAct } from '../../kit/use-act';
import { When } from '../../kit/when';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { introductionWords } from './desk-vocabularies';

const useWords = defineWords('introductions-part', {
  zh: {
    none: '还没有推介过',
    by: '{{who}} 推介',
    answer: '代为回应',
    withdraw: '撤回',
    clear: '核定：可以推介',
    refuse: '核定：不推介',
    flagged: '有关联，等您核定',
    meeting: '会面',
    done: '已记录',
    more: '更多',
  },
  en: {
    none: 'Nobody was introduced yet',
    by: 'introduced by {{who}}',
    answer: 'Answer for them',
    withdraw: 'Withdraw',
    clear: 'Clear it',
    refuse: 'Refuse it',
    flagged: 'There is a tie: decide whether it matters',
    meeting: 'Meeting',
    done: 'Noted',
    more: 'More',
  },
});
type Asked = { readonly introduction: IntroductionView; readonly what: 'withdraw' | 'clear' | 'refuse' };

/** Who was introduced to a need and what they answered; flags are decided here. */
export function IntroductionsPart({ needId }: { readonly needId: string }) {
  const t = useWords();
  const { say, semicolon } = useLanguage();
  const made = usePages<typeof listNeedIntroductions, IntroductionView>(listNeedIntroductions, {
    params: { needId },
    query: { limit: 100 },
  });
  const touched = [listNeedIntroductions, listDeskTasks, countDeskTasks, getDeskTask];
  const withdrawing = useAct(withdrawIntroduction, touched, t('done'), true);
  const deciding = useAct(decideIntroductionConflict, touched, t('done'), true);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [answering, setAnswering] = useState<IntroductionView | null>(null);
  const confirm = (reason: string): void => {
    if (!asked) return;
    const { id: introductionId, version: ifMatch } = asked.introduction;
    const close = (): void => setAsked(null);
    if (asked.what === 'withdraw')
      withdrawing.act({ params: { introductionId }, body: reason ? { reason } : {}, ifMatch }, close);
    else deciding.act({ params: { introductionId }, body: { decision: asked.what, reason }, ifMatch }, close);
  };
  if (made.isPending) return <Skeleton active />;
  return (
    <>
      <ProblemAlert error={made.error} again={() => void made.refetch()} />
      {made.isSuccess && made.items.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />
      ) : null}
      <ul className="desk-log">
        {made.items.map((introduction) => (
          <li key={introduction.id}>
            <div className="kit-row">
              <StateTag vocabulary={introductionWords} code={introduction.state} />
              <Link to={`/introductions/${introduction.id}`}>
                <b>{introduction.organisationName}</b>
              </Link>
              <span>{introduction.packageTitle}</span>
            </div>
            <div className="muted">
              {t('by', { who: introduction.introducedBy.name })} <When at={introduction.updatedAt} />
              {introduction.reason ? ` · ${introduction.reason}` : ''}
            </div>
            {introduction.meeting ? (
              <div>
                {t('meeting')} <When at={introduction.meeting.at} /> {introduction.meeting.place}
              </div>
            ) : null}
            {introduction.conflict.outcome === 'flagged' ? (
              <Alert
                type="warning"
                title={t('flagged')}
                description={introduction.conflict.findings.map((finding) => say(finding)).join(semicolon)}
              />
            ) : null}
            <div className="kit-row" style={{ marginTop: 4 }}>
              {introduction.conflict.outcome === 'flagged' ? (
                <>
                  <Button size="small" onClick={() => setAsked({ introduction, what: 'clear' })}>
                    {t('clear')}
                  </Button>
                  <Button size="small" onClick={() => setAsked({ introduction, what: 'refuse' })}>
                    {t('refuse')}
                  </Button>
                </>
              ) : null}
              {introduction.state === 'introduced' ? (
                <Button size="small" onClick={() => setAnswering(introduction)}>
                  {t('answer')}
                </Button>
              ) : null}
              {introduction.state === 'introduced' || introduction.state === 'shortlisted' ? (
                <Button size="small" type="text" onClick={() => setAsked({ introduction, what: 'withdraw' })}>
                  {t('withdraw')}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {made.hasNextPage ? <Button onClick={() => void made.fetchNextPage()}>{t('more')}</Button> : null}
      {asked ? (
        <ReasonModal
          title={`${t(asked.what)} · ${asked.introduction.organisationName}`}
          confirm={t(asked.what)}
          required={asked.what !== 'withdraw'}
          pending={withdrawing.pending || deciding.pending}
          error={withdrawing.error ?? deciding.error}
          onConfirm={confirm}
          onCancel={() => setAsked(null)}
        />
      ) : null}
      {answering ? (
        <OnBehalfModal
          organisation={{ id: answering.organisationId, name: answering.organisationName }}
          then={`/introductions/${answering.id}`}
          onClose={() => setAnswering(null)}
        />
      ) : null}
    </>
  );
}
