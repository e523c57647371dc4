import { listOwnPackages, listPackageMatches, type PackageMatch, type PackageSummary } from '@duijie/contracts';
import { useQueries } from '@tanstack/react-query';
import { Empty, Skeleton } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { keyOf, usePages } from '../../api/use-call';
import { Deadline } from '../../kit/deadline';
import { Budget } from '../../kit/money';
import { ProblemAlert } from '../../kit/problem-alert';
import { ScoreBar } from '../../kit/score-bar';
import { Section } from '../../kit/section';
import { WiderArea } from '../../kit/wider-area';
import { LinkButton } from '../../kit/link-button';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('home-fitting', {
  zh: {
    title: '适合我的需求',
    wouldFit: '：有 {{n}} 条公开需求适合',
    supposed: '上架（核验）后即可响应',
    write: '写服务包',
    noPackage: '写一个服务包，系统就会告诉您哪些需求合适',
    none: '目前没有合适的需求，有了会通知您',
    all: '承接工作台',
  },
  en: {
    title: 'Needs that fit me',
    wouldFit: ': {{n}} open needs fit it',
    supposed: 'to be answered once you are published and verified',
    write: 'Write a package',
    noPackage: 'Write a package, and you are told which needs it fits',
    none: 'Nothing fits at present; you will be told when something does',
    all: 'All my work',
  },
});
const looked = 6;

/** The best open needs over one's own packages; for whoever is not verified yet, what would fit. */
export function FittingNeeds() {
  const t = useWords();
  const { language, say, semicolon } = useLanguage();
  const packages = usePages<typeof listOwnPackages, PackageSummary>(listOwnPackages, { query: { limit: 20 } });
  const live = packages.items.filter(({ state }) => state !== 'retired').slice(0, looked);
  const lists = useQueries({
    queries: live.map(({ id }) => {
      const input = { params: { packageId: id }, query: { limit: 5 } };
      return {
        queryKey: keyOf(listPackageMatches, input, `${language}-home`),
        queryFn: () => api().call(listPackageMatches, input),
      };
    }),
  });
  const best = new Map<string, PackageMatch>();
  for (const match of lists.flatMap(({ data }) => data?.items ?? [])) {
    const known = best.get(match.need.id);
    if (!known || known.score < match.score) best.set(match.need.id, match);
  }
  const shown = [...best.values()]
    .filter(({ progress }) => progress === null || progress === 'introduced' || progress === 'interested')
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 6);
  const pending = packages.isPending || lists.some(({ isPending }) => isPending);
  const error = packages.error ?? lists.find((list) => list.error)?.error ?? null;
  const supposed = lists.some(({ data }) => data?.supposed === true);
  return (
    <Section title={t('title')} extra={<Link to="/work">{t('all')}</Link>}>
      {pending && shown.length === 0 ? <Skeleton active /> : null}
      {packages.isSuccess && live.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('noPackage')}>
          <LinkButton to="/packages/new" type="primary">
            {t('write')}
          </LinkButton>
        </Empty>
      ) : null}
      <ProblemAlert
        error={error}
        again={() => {
          void packages.refetch();
          for (const list of lists) void list.refetch();
        }}
      />
      {!pending && error === null && live.length > 0 && shown.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />
      ) : null}
      {supposed ? (
        <>
          {live.map(({ id, title }, at) => {
            const data = lists[at]?.data;
            if (!data?.supposed) return null;
            return (
              <div key={id} className="home-supposed">
                <b>
                  <Link to={`/packages/${id}/edit`}>{title}</Link>
                  {t('wouldFit', { n: data.total })}
                </b>
                <WiderArea wider={data.wider} />
              </div>
            );
          })}
          <p className="muted">{t('supposed')}</p>
        </>
      ) : null}
      <ul className="kit-plain-list">
        {shown.map((match) => (
          <li key={match.need.id} className="home-waiting home-fitting">
            <div className="home-waiting-text">
              <Link to={`/needs/${match.need.id}`} className="home-waiting-title">
                {match.need.title}
              </Link>
              <div className="muted">
                {match.need.organisationName} · {match.need.district} · <Budget money={match.need.money} />
              </div>
              <div>{match.reasons.map((reason) => say(reason)).join(semicolon)}</div>
              {match.need.responsesDueAt ? <Deadline at={match.need.responsesDueAt} /> : null}
            </div>
            <ScoreBar score={match.scoreShown} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
