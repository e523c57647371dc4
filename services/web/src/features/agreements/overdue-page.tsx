import type { AnswerOf } from '@duijie/api-client';
import { listOverdueMilestones } from '@duijie/contracts';
import { dayOf, daysBetween, milestoneStates } from '@duijie/domain-kit';
import { Empty } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call';
import { DayText } from '../../kit/day-text';
import { PageHead } from '../../kit/page-head';
import { StateTag } from '../../kit/state-tag';
import { DataTable } from '../../kit/table/data-table';
import { excelAddress } from '../../kit/table/excel-address';
import type { Column } from '../../kit/table/table-model';
import { useNow } from '../../kit/use-now';
import { useSession } from '../../session/session';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('overdue-milestones', {
  zh: {
    title: '逾期节点',
    back: '协议',
    about: '到期还没有完成或验收的节点，逾期最久的在前',
    milestone: '节点',
    need: '项目',
    others: '双方',
    state: '状态',
    waits: '等谁',
    provider: '等服务方完成',
    poster: '等需求方验收',
    since: '应于',
    late: '已逾期',
    days: '{{n}} 天',
    none: '没有逾期的节点',
  },
  en: {
    title: 'Overdue milestones',
    back: 'Agreements',
    about: 'What should have been done or accepted by now, longest overdue first',
    milestone: 'Milestone',
    need: 'Project',
    others: 'Parties',
    state: 'State',
    waits: 'Waits for',
    provider: 'the provider to deliver',
    poster: 'the poster to accept',
    since: 'Due',
    late: 'Overdue',
    days: '{{n}} days',
    none: 'No milestone is overdue',
  },
});

type OverdueMilestone = AnswerOf<typeof listOverdueMilestones>['items'][number];

/** Overdue milestones of the own agreements, of the area for officers, of all for brokers. */
export function OverduePage() {
  const t = useWords();
  const own = useSession().me?.actingFor?.organisationId;
  const today = dayOf(new Date(useNow()));
  const list = usePages<typeof listOverdueMilestones, OverdueMilestone>(listOverdueMilestones, {
    query: { limit: 100 },
  });
  const project = (one: OverdueMilestone) => <Link to={`/agreements/${one.agreementId}`}>{one.needTitle}</Link>;
  const others = (one: OverdueMilestone): string =>
    one.posterId === own ? one.leadName : one.leadId === own ? one.posterName : `${one.posterName} · ${one.leadName}`;
  const late = (one: OverdueMilestone) => (
    <span className="kit-urgent">{t('days', { n: daysBetween(one.since, today) })}</span>
  );
  const columns: readonly Column<OverdueMilestone>[] = [
    { key: 'need', title: t('need'), cell: project, sort: ({ needTitle }) => needTitle },
    { key: 'milestone', title: t('milestone'), cell: ({ title }) => title },
    { key: 'others', title: t('others'), cell: others },
    { key: 'state', title: t('state'), cell: (one) => <StateTag vocabulary={milestoneStates} code={one.state} /> },
    { key: 'waits', title: t('waits'), cell: ({ waitsFor }) => t(waitsFor) },
    { key: 'since', title: t('since'), cell: ({ since }) => <DayText day={since} />, sort: ({ since }) => since },
    { key: 'late', title: t('late'), align: 'end', cell: late },
  ];
  return (
    <>
      <PageHead
        before={<Link to="/agreements">← {t('back')}</Link>}
        title={t('title')}
        after={<p className="muted">{t('about')}</p>}
      />
      <DataTable
        label={t('title')}
        pages={list}
        columns={columns}
        rowKey={({ milestoneId }) => milestoneId}
        excel={excelAddress(listOverdueMilestones, {}, {})}
        empty={<Empty description={t('none')} />}
        card={(one) => (
          <>
            <div className="kit-row kit-row-spread">
              {project(one)}
              <StateTag vocabulary={milestoneStates} code={one.state} />
            </div>
            <div>{one.title}</div>
            <div className="kit-row muted">
              <span>
                {t('since')} <DayText day={one.since} />
              </span>
              {late(one)}
              <span>{t(one.waitsFor)}</span>
            </div>
            <div className="muted">{others(one)}</div>
          </>
        )}
      />
    </>
  );
}
