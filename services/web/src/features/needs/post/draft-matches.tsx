import { Badge, Skeleton } from 'antd';
import { ProblemAlert } from '../../../kit/problem-alert';
import { Section } from '../../../kit/section';
import { defineWords } from '../../../words/define-words';
import { MatchFacts } from '../matches/match-facts';
import { useMatches } from '../matches/use-matches';
import { WhyNone } from '../matches/why-none';

const useWords = defineWords('need-draft-matches', {
  zh: { title: '可能合适的服务包', private: '只有你们看得到', looking: '正在匹配…' },
  en: { title: 'Packages that may fit', private: 'Only you see this', looking: 'Matching…' },
});

/** Matches of a draft, while it is written. */
export function DraftMatches({ needId, version }: { readonly needId: string; readonly version: number }) {
  const t = useWords();
  const { matches, settled, error, pending, again } = useMatches(needId, version, 5);
  return (
    <Section
      title={t('title')}
      extra={
        <span className="muted" aria-live="polite">
          {settled ? t('private') : <Badge status="processing" text={t('looking')} />}
        </span>
      }
    >
      <ProblemAlert error={error} again={again} />
      {pending ? <Skeleton active /> : null}
      <ul className="kit-plain-list need-matches">
        {matches.map((match) => (
          <li key={match.id}>
            <MatchFacts match={match} />
          </li>
        ))}
      </ul>
      {settled && !pending && matches.length === 0 ? <WhyNone needId={needId} /> : null}
    </Section>
  );
}
