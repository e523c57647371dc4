import { listNeedMatches, restoreMatch, type LotSummary, type NeedView } from '@duijie/contracts';
import { Badge, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useCall } from '../../../api/use-call';
import { ProblemAlert } from '../../../kit/problem-alert';
import { Section } from '../../../kit/section';
import { useAct } from '../../../kit/use-act';
import { defineWords } from '../../../words/define-words';
import { touchedByMatching } from '../touched';
import type { Standing } from '../use-standing';
import { MatchActions } from './match-actions';
import { MatchFacts } from './match-facts';
import { useMatches } from './use-matches';
import { WhyNone } from './why-none';

const useWords = defineWords('need-matches', {
  zh: {
    title: '匹配的服务包',
    looking: '正在匹配…',
    more: '显示更多',
    dismissed: '不再推荐的（{{n}}）',
    back: '恢复推荐',
    restored: '已恢复',
  },
  en: {
    title: 'Packages that fit',
    looking: 'Matching…',
    more: 'Show more',
    dismissed: 'Dismissed ({{n}})',
    back: 'Bring back',
    restored: 'Brought back',
  },
});
const atFirst = 5;
const most = 50;

function Dismissed({ needId }: { readonly needId: string }) {
  const t = useWords();
  const dismissed = useCall(listNeedMatches, { params: { needId }, query: { state: 'dismissed', limit: 20 } });
  const restore = useAct(restoreMatch, touchedByMatching, t('restored'));
  const items = dismissed.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <details className="need-parts">
      <summary>{t('dismissed', { n: items.length })}</summary>
      <ul className="kit-plain-list">
        {items.map((match) => (
          <li key={match.id} className="kit-row kit-row-spread">
            <span>
              {match.package.title} <span className="muted">{match.package.providerName}</span>
            </span>
            <Button
              size="small"
              type="text"
              onClick={() => restore.act({ params: { needId, packageId: match.package.id }, ifMatch: match.version })}
            >
              {t('back')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Suggestions for a need with what may be done with each. */
export function MatchesCard({
  need,
  lots,
  standing,
}: {
  readonly need: NeedView;
  readonly lots: readonly LotSummary[];
  readonly standing: Standing;
}) {
  const t = useWords();
  const [limit, setLimit] = useState(atFirst);
  const { matches, settled, error, pending, again } = useMatches(need.id, need.version, limit, need.updatedAt);
  return (
    <Section title={t('title')} extra={settled ? null : <Badge status="processing" text={t('looking')} />}>
      <ProblemAlert error={error} again={again} />
      {pending ? <Skeleton active /> : null}
      <ul className="kit-plain-list need-matches">
        {matches.map((match) => (
          <li key={match.id}>
            <MatchFacts match={match} />
            <MatchActions need={need} match={match} lots={lots} standing={standing} />
          </li>
        ))}
      </ul>
      {settled && !pending && matches.length === 0 ? <WhyNone needId={need.id} /> : null}
      {matches.length === limit && limit < most ? (
        <Button block size="small" onClick={() => setLimit(most)}>
          {t('more')}
        </Button>
      ) : null}
      {standing.poster || standing.broker ? <Dismissed needId={need.id} /> : null}
    </Section>
  );
}
