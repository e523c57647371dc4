import { getNeed, listLotsOfNeed, type LotSummary } from '@duijie/contracts';
import { needStates } from '@duijie/domain-kit';
import { ProblemError } from '@duijie/api-client';
import { Result, Skeleton, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { useCall } from '../../../api/use-call';
import { PageHead } from '../../../kit/page-head';
import { ProblemAlert } from '../../../kit/problem-alert';
import { ScreenBar } from '../../../kit/screen-bar';
import { StateTag } from '../../../kit/state-tag';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';
import { LotCard } from '../lot/lot-card';
import { CompositesCard } from '../matches/composites-card';
import { IntroductionsCard } from '../matches/introductions-card';
import { MatchesCard } from '../matches/matches-card';
import '../needs.css';
import { seesInside, useStanding } from '../use-standing';
import { ConflictWall } from './conflict-wall';
import { Joins } from './joins';
import { NeedActions } from './need-actions';
import { NeedFacts } from './need-facts';
import { NeedHistory } from './need-history';
import { Outcome } from './outcome';
import { StateLine } from './state-line';

const useWords = defineWords('need-page', {
  zh: {
    back: '返回',
    demo: '虚构',
    gone: '没有这条需求，或者你们看不到它',
    by: '{{name}} 发布',
  },
  en: {
    back: 'Back',
    demo: 'Invented',
    gone: 'There is no such need, or you may not see it',
    by: 'posted by {{name}}',
  },
});

/** One need, from draft to acceptance, for everybody who may see it. */
export function NeedPage() {
  const t = useWords();
  const { say } = useLanguage();
  const { needId = '' } = useParams();
  const { data: need, error, refetch } = useCall(getNeed, { params: { needId } }, { everyMs: 20_000 });
  const lots = useCall(
    listLotsOfNeed,
    { params: { needId }, query: { limit: 20 } },
    { enabled: need !== undefined && need.publishedAt !== null },
  );
  const standing = useStanding(need ?? { organisationId: '' });
  if (!need && error instanceof ProblemError && error.status === 404) return <Result status="404" title={t('gone')} />;
  if (!need)
    return error ? (
      <ProblemAlert error={error} again={() => void refetch()} />
    ) : (
      <Skeleton active paragraph={{ rows: 10 }} />
    );
  const inside = seesInside(standing);
  const items: readonly LotSummary[] = lots.data?.items ?? [];
  const matchable = ['draft', 'submitted', 'returned', 'published', 'responding', 'failed'].includes(need.state);
  const missing = need.askedBases.filter(({ gate, given }) => gate === 'deciding' && !given).map((asked) => say(asked));
  // Responses side by side need the whole width.
  const underWay = inside && items.some(({ responseCount, award }) => responseCount > 0 || award !== null);
  const cards = items.map((lot) => (
    <LotCard key={lot.id} lotId={lot.id} need={need} single={items.length === 1} standing={standing} />
  ));
  return (
    <>
      <PageHead
        before={<Link to="/needs">← {t('back')}</Link>}
        title={need.title}
        after={
          <span className="kit-row">
            <StateTag vocabulary={needStates} code={need.state} />
            <span className="muted">{t('by', { name: need.organisationName })}</span>
            {need.demo ? <Tag>{t('demo')}</Tag> : null}
          </span>
        }
        actions={<NeedActions need={need} standing={standing} />}
      />
      <StateLine need={need} inside={inside} />
      <Outcome need={need} missing={standing.poster ? missing : []} />
      {standing.officer || standing.broker ? <ScreenBar need={need} /> : null}
      {underWay ? cards : null}
      <div className="need-page">
        <div>
          {underWay ? null : cards}
          <NeedFacts need={need} />
          {need.publishedAt ? <Joins need={need} standing={standing} /> : null}
        </div>
        {inside && (matchable || need.publishedAt) ? (
          <div className="need-page-side">
            {matchable ? <MatchesCard need={need} lots={items} standing={standing} /> : null}
            {matchable ? <CompositesCard needId={need.id} /> : null}
            {need.publishedAt ? <IntroductionsCard need={need} standing={standing} /> : null}
            <ConflictWall need={need} standing={standing} />
          </div>
        ) : null}
        {inside ? (
          <div>
            <NeedHistory need={need} />
          </div>
        ) : null}
      </div>
    </>
  );
}
