import { forwardClock, getMatchingStatus, getSearchStatus, getSystemStatus, rebuildSearch } from '@duijie/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { useCall } from '../../api/use-call';
import { DescriptionList } from '../../kit/description-list';
import { ProblemAlert } from '../../kit/problem-alert';
import { ReasonModal } from '../../kit/reason-modal';
import { Section } from '../../kit/section';
import { useAct } from '../../kit/use-act';
import { When } from '../../kit/when';
import { defineWords } from '../../words/define-words';
import { ServiceHealth } from './service-health';
import { useLanguage } from '../../words/language';
import { DeskTermsForm } from './desk-terms-form';
import { serviceWords } from '../../kit/service-words';

const useWords = defineWords('system', {
  zh: {
    services: '服务',
    ready: '正常',
    'not-ready': '部分不可用',
    away: '没有应答',
    version: '版本 {{version}}',
    matching: '匹配',
    open: '在匹配的需求',
    due: '待重新匹配',
    settling: '名单待更新',
    rematch: '整体重匹配',
    shards: '{{done}} / {{all}} 批',
    oldest: '最久等待',
    packages: '上架服务包',
    failed: '失败任务',
    weights: '权重版本',
    seconds: '{{n}} 秒',
    search: '搜索',
    engine: '搜索引擎',
    up: '正常 {{version}}',
    down: '不可用，由数据库代答',
    pending: '待写入索引',
    indexed: '{{indexed}} / {{documents}} 条',
    need: '需求',
    package: '服务包',
    provider: '服务方',
    rebuild: '重建索引',
    rebuilding: '已开始重建，期间照常搜索',
    rebuildWhy: '在旧索引旁边重建，完成后切换，期间搜索不受影响。',
    built: '重建于',
    demo: '演示：把时间往前拨',
    moved: '时间已往前拨',
    hour: '1 小时',
    day: '1 天',
    week: '7 天',
  },
  en: {
    services: 'Services',
    ready: 'ready',
    'not-ready': 'partly away',
    away: 'no answer',
    version: 'Version {{version}}',
    matching: 'Matching',
    open: 'Needs being matched',
    due: 'To be matched anew',
    settling: 'Lists to be made anew',
    rematch: 'Full re-match',
    shards: '{{done}} of {{all}} shards',
    oldest: 'Longest wait',
    packages: 'Published packages',
    failed: 'Failed jobs',
    weights: 'Weights',
    seconds: '{{n}} s',
    search: 'Search',
    engine: 'Engine',
    up: 'ready {{version}}',
    down: 'away: the database answers',
    pending: 'Waiting to be indexed',
    indexed: '{{indexed}} of {{documents}}',
    need: 'Needs',
    package: 'Packages',
    provider: 'Providers',
    rebuild: 'Rebuild the indexes',
    rebuilding: 'Being rebuilt; search goes on',
    rebuildWhy: 'Built beside the old ones and swapped when done; search goes on.',
    built: 'Rebuilt',
    demo: 'Demonstration: move the time forward',
    moved: 'The time was moved',
    hour: '1 hour',
    day: '1 day',
    week: '7 days',
  },
});
const steps = [
  { key: 'hour', minutes: 60 },
  { key: 'day', minutes: 24 * 60 },
  { key: 'week', minutes: 7 * 24 * 60 },
] as const;

/** How the system does: services, matching, search, terms of the queue; in a demonstration the clock, too. */
export function SystemPart({ mayChange }: { readonly mayChange: boolean }) {
  const t = useWords();
  const { say } = useLanguage();
  const queries = useQueryClient();
  const status = useCall(getSystemStatus, {}, { everyMs: 10_000 });
  const matching = useCall(getMatchingStatus, {}, { everyMs: 10_000 });
  const search = useCall(getSearchStatus, {}, { everyMs: 10_000 });
  const rebuild = useAct(rebuildSearch, [getSearchStatus], t('rebuilding'), true);
  const forward = useAct(forwardClock, [getSystemStatus], t('moved'));
  const [asking, setAsking] = useState(false);
  const failed = matching.data ? matching.data.queues.needs.failed + matching.data.queues.packages.failed : 0;
  const oldest = matching.data?.needs.oldestDueSeconds ?? null;
  return (
    <>
      <Section
        title={t('services')}
        extra={<span className="muted">{status.data ? t('version', { version: status.data.version }) : ''}</span>}
      >
        <ProblemAlert error={status.error} again={() => void status.refetch()} />
        {status.isPending ? <Skeleton active /> : null}
        <div className="kit-row">
          {status.data?.services.map(({ service, state }) => (
            <Tag key={service} color={state === 'ready' ? 'success' : state === 'not-ready' ? 'warning' : 'error'}>
              {say(serviceWords[service])} {t(state)}
            </Tag>
          ))}
        </div>
      </Section>
      {mayChange ? <ServiceHealth /> : null}
      <Section title={t('matching')}>
        <ProblemAlert error={matching.error} />
        {matching.data ? (
          <DescriptionList
            facts={[
              { name: t('open'), value: String(matching.data.needs.open) },
              { name: t('due'), value: String(matching.data.needs.due) },
              { name: t('settling'), value: String(matching.data.needs.settling) },
              matching.data.rematch === null
                ? null
                : {
                    name: t('rematch'),
                    value: t('shards', { done: matching.data.rematch.done, all: matching.data.rematch.shards }),
                  },
              oldest === null ? null : { name: t('oldest'), value: t('seconds', { n: Math.round(oldest) }) },
              { name: t('packages'), value: String(matching.data.packages.published) },
              { name: t('failed'), value: failed > 0 ? <Tag color="error">{failed}</Tag> : '0' },
              { name: t('weights'), value: matching.data.weightsVersion },
            ]}
          />
        ) : null}
      </Section>
      <Section
        title={t('search')}
        extra={mayChange ? <Button onClick={() => setAsking(true)}>{t('rebuild')}</Button> : null}
      >
        <ProblemAlert error={search.error} />
        {search.data ? (
          <DescriptionList
            facts={[
              {
                name: t('engine'),
                value: search.data.engineAvailable ? (
                  t('up', { version: search.data.engineVersion ?? '' })
                ) : (
                  <Tag color="error">{t('down')}</Tag>
                ),
              },
              { name: t('pending'), value: String(search.data.pending) },
              ...search.data.indexes.map(({ kind, indexed, documents, rebuiltAt }) => ({
                name: t(kind),
                value: (
                  <>
                    {t('indexed', { indexed: indexed ?? '?', documents })}{' '}
                    {rebuiltAt === null ? null : (
                      <span className="muted">
                        {t('built')} <When at={rebuiltAt} />
                      </span>
                    )}
                  </>
                ),
              })),
            ]}
          />
        ) : null}
      </Section>
      <DeskTermsForm mayChange={mayChange} />
      {mayChange && status.data?.demo ? (
        <Section title={t('demo')}>
          <div className="kit-row">
            {steps.map(({ key, minutes }) => (
              <Button
                key={key}
                disabled={forward.pending}
                onClick={() => forward.act({ body: { minutes } }, () => void queries.invalidateQueries())}
              >
                {t(key)}
              </Button>
            ))}
          </div>
        </Section>
      ) : null}
      {asking ? (
        <ReasonModal
          title={t('rebuild')}
          explanation={t('rebuildWhy')}
          confirm={t('rebuild')}
          pending={rebuild.pending}
          error={rebuild.error}
          onConfirm={(reason) => rebuild.act({ body: { reason } }, () => setAsking(false))}
          onCancel={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
