import {
  answerIntroduction,
  getIntroduction,
  listReceivedIntroductions,
  type IntroductionView,
} from '@duijie/contracts';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { LinkButton } from '../../kit/link-button';
import { ReasonModal } from '../../kit/reason-modal';
import { StateTag } from '../../kit/state-tag';
import { useAct } from '../../kit/use-act';
import { When } from '../../kit/when';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { introductionWords } from '../../kit/introduction-states';
import { IntroductionContacts } from '../../kit/introduction-contacts';
import { Meeting } from './meeting';

const useWords = defineWords('introduction-card', {
  zh: {
    poster: '需求方：{{name}}',
    by: '{{name}} 推介',
    package: '看中的服务包：',
    note: '推介说明：{{note}}',
    interested: '有意向',
    declined: '谢绝',
    again: '改为有意向',
    declineTitle: '谢绝这次推介',
    answered: '已答复，对方会收到通知',
    reason: '理由：{{reason}}',
    respond: '查看需求与响应方式',
    more: '详情',
  },
  en: {
    poster: 'Need of {{name}}',
    by: 'Introduced by {{name}}',
    package: 'Package in mind: ',
    note: 'Note: {{note}}',
    interested: 'Interested',
    declined: 'Decline',
    again: 'Interested after all',
    declineTitle: 'Decline this introduction',
    answered: 'Answered; the other side will hear of it',
    reason: 'Reason: {{reason}}',
    respond: 'Show the need and how to respond',
    more: 'Details',
  },
});

/** Conflict wall: what it found, in words that the reader may see. */
export function ConflictNote({ conflict }: { readonly conflict: IntroductionView['conflict'] }) {
  const { say } = useLanguage();
  if (conflict.findings.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      style={{ margin: '8px 0' }}
      title={conflict.findings.map((finding) => say(finding)).join(' ')}
      description={conflict.decision?.reason}
    />
  );
}

/** An introduction with its one next step: answer it, then contacts and a meeting. @param full everything, as on its page */
export function IntroductionCard({ item, full = false }: { readonly item: IntroductionView; readonly full?: boolean }) {
  const t = useWords();
  const [declining, setDeclining] = useState(false);
  const touches = [listReceivedIntroductions, getIntroduction];
  const answer = useAct(answerIntroduction, touches, t('answered'));
  const decline = useAct(answerIntroduction, touches, t('answered'), true);
  const params = { introductionId: item.id };
  const Title = full ? 'h2' : 'b';
  const lives = item.state === 'introduced' || item.state === 'interested';
  const say = (): void => answer.act({ params, body: { answer: 'interested' }, ifMatch: item.version });
  return (
    <article aria-label={item.needTitle}>
      <div className="kit-row kit-row-spread">
        <Title className="kit-heading">
          <Link to={full ? `/needs/${item.needId}` : `/introductions/${item.id}`}>{item.needTitle}</Link>
        </Title>
        <StateTag vocabulary={introductionWords} code={item.state} />
      </div>
      <div className="kit-row muted">
        <span>{t('poster', { name: item.posterName })}</span>
        <span>{t('by', { name: item.introducedBy.organisationName })}</span>
        {item.introducedAt ? <When at={item.introducedAt} /> : null}
      </div>
      {item.packageId && item.packageTitle ? (
        <div>
          {t('package')}
          <Link to={`/packages/${item.packageId}`}>{item.packageTitle}</Link>
        </div>
      ) : null}
      {item.note ? <p className="kit-prose">{t('note', { note: item.note })}</p> : null}
      {item.reason ? <p className="kit-prose muted">{t('reason', { reason: item.reason })}</p> : null}
      <ConflictNote conflict={item.conflict} />
      <div className="kit-actions">
        {item.state === 'introduced' ? (
          <>
            <Button type="primary" loading={answer.pending} onClick={say}>
              {t('interested')}
            </Button>
            <Button onClick={() => setDeclining(true)}>{t('declined')}</Button>
          </>
        ) : null}
        {item.state === 'declined' ? (
          <Button loading={answer.pending} onClick={say}>
            {t('again')}
          </Button>
        ) : null}
        {item.state === 'interested' ? (
          <LinkButton to={`/needs/${item.needId}`} type="primary">
            {t('respond')}
          </LinkButton>
        ) : null}
        {full ? null : <Link to={`/introductions/${item.id}`}>{t('more')}</Link>}
      </div>
      {full && lives ? (
        <>
          <IntroductionContacts introductionId={item.id} />
          <Meeting item={item} />
        </>
      ) : null}
      {declining ? (
        <ReasonModal
          title={t('declineTitle')}
          confirm={t('declined')}
          required={false}
          pending={decline.pending}
          error={decline.error}
          onCancel={() => setDeclining(false)}
          onConfirm={(reason) =>
            decline.act(
              { params, body: { answer: 'declined', ...(reason ? { reason } : {}) }, ifMatch: item.version },
              () => setDeclining(false),
            )
          }
        />
      ) : null}
    </article>
  );
}
