import { listAgreementTimeline, type agreementTimelineEntry, type AgreementView } from '@duijie/contracts';
import { isCodeOf } from '@duijie/domain-kit';
import { Button, Skeleton } from 'antd';
import type { z } from 'zod';
import { usePages } from '../../api/use-call';
import { Moment } from '../../kit/moment';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { agreementActions } from './agreement-states';

const useWords = defineWords('agreement-timeline', {
  zh: { title: '办理记录', more: '更早的', behalf: '代办' },
  en: { title: 'History', more: 'Earlier', behalf: 'on behalf' },
});
type Entry = z.infer<typeof agreementTimelineEntry>;

/** Every step in the life of an agreement, newest first. */
export function TimelineSection({ agreement }: { readonly agreement: AgreementView }) {
  const t = useWords();
  const { say } = useLanguage();
  const list = usePages<typeof listAgreementTimeline, Entry>(listAgreementTimeline, {
    params: { agreementId: agreement.id },
    query: { limit: 20 },
  });
  const names = new Map([
    [agreement.posterId, agreement.posterName],
    [agreement.leadId, agreement.leadName],
    ...agreement.members.map((one) => [one.organisationId, one.organisationName] as const),
  ]);
  return (
    <Section title={t('title')}>
      <ProblemAlert error={list.error} again={() => void list.refetch()} />
      {list.isPending ? <Skeleton active /> : null}
      <ol className="kit-plain-list">
        {list.items.map((entry) => (
          <li key={entry.at + entry.action} className="agreement-step">
            <div className="kit-row kit-row-spread">
              <b>{isCodeOf(agreementActions, entry.action) ? say(agreementActions[entry.action]) : entry.action}</b>
              <span className="muted">
                <Moment at={entry.at} />
              </span>
            </div>
            <div className="muted">
              {[names.get(entry.organisationId ?? ''), entry.onBehalf ? t('behalf') : null].filter(Boolean).join(' · ')}
            </div>
            {entry.reason ? <div>{entry.reason}</div> : null}
          </li>
        ))}
      </ol>
      {list.hasNextPage ? (
        <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </Section>
  );
}
