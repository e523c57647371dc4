import {
  countDeskTasks,
  listDeskTasks,
  listOrganisations,
  type DeskTaskView,
  type OrganisationSummary,
} from '@duijie/contracts';
import { organisationKinds } from '@duijie/domain-kit';
import { Alert, Empty, Skeleton } from 'antd';
import { Link } from 'react-router';
import { useCall, usePages } from '../../api/use-call';
import { Deadline } from '../../kit/deadline';
import { LinkButton } from '../../kit/link-button';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { useSetUp } from '../../kit/use-set-up';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import './home.css';
import { LatestNotices } from './latest-notices';

const useWords = defineWords('association-home', {
  zh: {
    setUp: '启用设置还缺 {{n}} 项',
    setUpWhy: '核心服务、审核、方式、抬头和印章等，十分钟可以填好',
    setUpGo: '去填写',
    next: '下一件',
    open: '去办理',
    none: '待办清空了。新需求、到期的回应和跟进会自动出现',
    counts: '待办',
    all: '全部待办',
    due: '已到期',
    mine: '我的',
    unclaimed: '待抢单',
    verify: '待核验的机构',
    verifyAll: '去核验',
    noneVerify: '没有等待核验的机构',
  },
  en: {
    setUp: 'The set-up lacks {{n}} things',
    setUpWhy: 'Core services, screening, modes, letterhead, seal: ten minutes will do',
    setUpGo: 'Fill them in',
    next: 'Next',
    open: 'Deal with it',
    none: 'The queue is empty. New needs, answers and follow-ups that are due appear by themselves',
    counts: 'Queue',
    all: 'All tasks',
    due: 'Due',
    mine: 'Mine',
    unclaimed: 'Free',
    verify: 'Organisations to verify',
    verifyAll: 'Verify',
    noneVerify: 'No organisation waits to be verified',
  },
});

/** Home of the association: the next call, how much there is, who waits to be verified. */
export function AssociationHome() {
  const t = useWords();
  const { say } = useLanguage();
  const mine = usePages<typeof listDeskTasks, DeskTaskView>(listDeskTasks, { query: { limit: 1, whose: 'mine' } });
  const free = usePages<typeof listDeskTasks, DeskTaskView>(listDeskTasks, {
    query: { limit: 1, whose: 'unclaimed' },
  });
  const counts = useCall(countDeskTasks, {});
  const { total: missing } = useSetUp();
  const pending = usePages<typeof listOrganisations, OrganisationSummary>(listOrganisations, {
    query: { limit: 6, verification: 'pending' },
  });
  const next = mine.items[0] ?? free.items[0];
  const sum = (part: 'due' | 'mine' | 'unclaimed'): number =>
    (counts.data?.items ?? []).reduce((total, count) => total + count[part], 0);
  return (
    <div className="home-columns">
      <div>
        {missing !== null && missing > 0 ? (
          <Alert
            type="warning"
            showIcon
            style={{ marginBottom: 12 }}
            title={t('setUp', { n: missing })}
            description={t('setUpWhy')}
            action={<LinkButton to="/setup">{t('setUpGo')}</LinkButton>}
          />
        ) : null}
        <ProblemAlert error={mine.error ?? free.error} again={() => void mine.refetch()} />
        {next ? (
          <div className="home-next">
            <div className="muted">{t('next')}</div>
            <h2>{next.title}</h2>
            <p>
              {[say(next.details), next.poster?.name, next.provider ? `→ ${next.provider.name}` : null]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <div className="kit-row">
              <LinkButton to={`/desk?task=${next.id}`} type="primary" size="large">
                {t('open')}
              </LinkButton>
              <Deadline at={next.dueAt} />
            </div>
          </div>
        ) : null}
        {mine.isPending ? <Skeleton active /> : null}
        {mine.isSuccess && free.isSuccess && !next ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />
        ) : null}
        <Section title={t('counts')} extra={<Link to="/desk">{t('all')}</Link>}>
          <div className="home-counts">
            <Link className="home-count" to="/desk">
              <b>{sum('due')}</b>
              {t('due')}
            </Link>
            <Link className="home-count" to="/desk?whose=mine">
              <b>{sum('mine')}</b>
              {t('mine')}
            </Link>
            <Link className="home-count" to="/desk?whose=unclaimed">
              <b>{sum('unclaimed')}</b>
              {t('unclaimed')}
            </Link>
          </div>
        </Section>
        <Section title={t('verify')} extra={<Link to="/admin">{t('verifyAll')}</Link>}>
          {pending.isSuccess && pending.items.length === 0 ? <p className="muted">{t('noneVerify')}</p> : null}
          <ul className="kit-plain-list">
            {pending.items.map((organisation) => (
              <li key={organisation.id} className="kit-row">
                <Link to={`/admin/organisations/${organisation.id}`}>{organisation.name}</Link>
                <span className="muted">
                  {say(organisationKinds[organisation.kind])} {organisation.district}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      </div>
      <LatestNotices />
    </div>
  );
}
