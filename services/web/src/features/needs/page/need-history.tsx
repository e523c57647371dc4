import { listNeedHistory, type NeedView } from '@duijie/contracts';
import { isCodeOf, needStates } from '@duijie/domain-kit';
import { Button, Skeleton } from 'antd';
import type { z } from 'zod';
import type { needHistoryEntry } from '@duijie/contracts';
import { usePages } from '../../../api/use-call';
import { Moment } from '../../../kit/moment';
import { ProblemAlert } from '../../../kit/problem-alert';
import { Section } from '../../../kit/section';
import { useSession } from '../../../session/session';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';
import { needActionWords } from './need-action-words';

const useWords = defineWords('need-history', {
  zh: {
    title: '办理记录',
    system: '系统',
    own: '本单位',
    other: '街道、协会或服务方',
    more: '更早的记录',
    state: '状态：{{from}} → {{to}}',
    into: '状态：{{to}}',
  },
  en: {
    title: 'History',
    system: 'System',
    own: 'We',
    other: 'Subdistrict, association or provider',
    more: 'Earlier',
    state: '{{from}} → {{to}}',
    into: '{{to}}',
  },
});
type Entry = z.infer<typeof needHistoryEntry>;

/** Who did what with the need, when and why; newest first. */
export function NeedHistory({ need }: { readonly need: NeedView }) {
  const t = useWords();
  const { say } = useLanguage();
  const { me } = useSession();
  const history = usePages<typeof listNeedHistory, Entry>(listNeedHistory, {
    params: { needId: need.id },
    query: { limit: 10 },
  });
  const whoOf = ({ organisationId }: Entry): string =>
    organisationId === null
      ? t('system')
      : organisationId === me?.actingFor?.organisationId
        ? t('own')
        : organisationId === need.organisationId
          ? need.organisationName
          : t('other');
  const stateOf = (code: string): string => (isCodeOf(needStates, code) ? say(needStates[code]) : code);
  return (
    <Section title={t('title')}>
      <ProblemAlert error={history.error} again={() => void history.refetch()} />
      {history.isPending ? <Skeleton active /> : null}
      <ol className="kit-plain-list need-history">
        {history.items.map((entry) => (
          <li key={`${entry.at}${entry.action}${entry.to ?? ''}`}>
            <div className="kit-row kit-row-spread">
              <b>{isCodeOf(needActionWords, entry.action) ? say(needActionWords[entry.action]) : entry.action}</b>
              <span className="muted">
                <Moment at={entry.at} />
              </span>
            </div>
            <div className="muted">
              {[
                whoOf(entry),
                entry.onBehalf ? say(entry.onBehalf.words) : null,
                entry.to === null || entry.to === entry.from
                  ? null
                  : entry.from === null
                    ? t('into', { to: stateOf(entry.to) })
                    : t('state', { from: stateOf(entry.from), to: stateOf(entry.to) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
            {entry.reason ? <div>{entry.reason}</div> : null}
          </li>
        ))}
      </ol>
      {history.hasNextPage ? (
        <Button size="small" loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </Section>
  );
}
