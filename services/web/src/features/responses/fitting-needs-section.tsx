import {
  listOwnPackages,
  listPackageMatches,
  type PackageMatch,
  type PackageSummary,
  type PairProgress,
} from '@duijie/contracts';
import { defineVocabulary, modes } from '@duijie/domain-kit';
import { Alert, Button, Empty, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call';
import { Deadline } from '../../kit/deadline';
import { Budget } from '../../kit/money';
import { LinkButton } from '../../kit/link-button';
import { ProblemAlert } from '../../kit/problem-alert';
import { ScoreBar } from '../../kit/score-bar';
import { Section } from '../../kit/section';
import { StateTag } from '../../kit/state-tag';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('fitting-needs', {
  zh: {
    title: '适合我的需求',
    package: '按哪个服务包看',
    none: '目前没有适合这个服务包的需求，有了会通知您。',
    noPackage: '还没有服务包。写一个，系统会告诉您哪些需求合适。',
    write: '写服务包',
    supposed: '服务包还未上架（或机构未核验）：以下是上架后会适合的需求。',
    more: '显示更多',
    settling: '正在重新计算，稍后自动更新',
  },
  en: {
    title: 'Needs that fit me',
    package: 'Seen from which package',
    none: 'Nothing fits this package at present; you will be told when something does.',
    noPackage: 'No packages yet. Write one, and the system tells you which needs it fits.',
    write: 'Write a package',
    supposed: 'The package is not published yet, or your organisation not verified: this is what would fit if it were.',
    more: 'Show more',
    settling: 'Being worked out anew; this list renews itself',
  },
});
const progressWords = defineVocabulary<PairProgress>({
  shortlisted: { zh: '备选', en: 'On the short list' },
  introduced: { zh: '已推介给您', en: 'Introduced to you' },
  declined: { zh: '已谢绝', en: 'Declined' },
  interested: { zh: '有意向', en: 'Interested' },
  responded: { zh: '已响应', en: 'Responded' },
  awarded: { zh: '已选定', en: 'Awarded' },
});

function Fit({ item }: { readonly item: PackageMatch }) {
  const { say } = useLanguage();
  const { need } = item;
  return (
    <li>
      <div className="kit-row kit-row-spread">
        <b>
          <Link to={`/needs/${need.id}`}>{need.title}</Link>
        </b>
        <ScoreBar score={item.scoreShown} />
      </div>
      <div className="kit-row muted">
        <span>
          {need.organisationName} · {need.district}
        </span>
        <span>{say(modes[need.mode])}</span>
        <Budget money={need.money} />
        {need.responsesDueAt ? <Deadline at={need.responsesDueAt} /> : null}
        {item.progress ? <StateTag vocabulary={progressWords} code={item.progress} /> : null}
      </div>
      <div>{item.reasons.map((reason) => say(reason)).join(' · ')}</div>
    </li>
  );
}

/** Open needs that fit one of the own packages, best first. */
export function FittingNeedsSection() {
  const t = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const packages = usePages<typeof listOwnPackages, PackageSummary>(listOwnPackages, { query: { limit: 100 } });
  const live = packages.items.filter(({ state }) => state !== 'retired');
  const packageId = chosen ?? live[0]?.id ?? '';
  const list = usePages<typeof listPackageMatches, PackageMatch>(
    listPackageMatches,
    { params: { packageId }, query: { limit: 5 } },
    { enabled: packageId !== '' },
  );
  const first = list.data?.pages[0] as { supposed?: boolean; upToDate?: boolean } | undefined;
  return (
    <Section
      title={t('title')}
      extra={
        live.length > 1 ? (
          <Select
            aria-label={t('package')}
            size="small"
            style={{ width: 'min(240px, 46vw)' }}
            value={packageId}
            onChange={setChosen}
            options={live.map(({ id, title }) => ({ value: id, label: title }))}
          />
        ) : null
      }
    >
      <ProblemAlert error={packages.error ?? list.error} again={() => void list.refetch()} />
      {packages.isPending || (packageId && list.isPending) ? <Skeleton active /> : null}
      {packages.isSuccess && live.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('noPackage')}>
          <LinkButton to="/packages/new" type="primary">
            {t('write')}
          </LinkButton>
        </Empty>
      ) : null}
      {first?.supposed ? <Alert type="info" showIcon title={t('supposed')} style={{ marginBottom: 8 }} /> : null}
      {first && first.upToDate === false ? <p className="muted">{t('settling')}</p> : null}
      {list.isSuccess && list.items.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />
      ) : null}
      <ul className="kit-cards">
        {list.items.map((item) => (
          <Fit key={item.need.id} item={item} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </Section>
  );
}
