import { discardJob, listFailedJobs, listQueues, retryJob, type JobView } from '@duijie/contracts';
import { Button, Empty, Popconfirm, Skeleton, Tag } from 'antd';
import { useCall } from '../../api/use-call';
import { Moment } from '../../kit/moment';
import { ProblemAlert } from '../../kit/problem-alert';
import { Scroll } from '../../kit/scroll';
import { Section } from '../../kit/section';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { queueWords } from './queue-words';

const useWords = defineWords('queues', {
  zh: {
    title: '队列',
    why: '各服务之间的通知、导入和匹配都在这里排队。失败的会自动再试；通知从不丢弃，一直试到成功。',
    queue: '队列',
    waiting: '等待',
    active: '进行中',
    failed: '已放弃',
    jobs: '失败的任务',
    none: '没有失败的任务',
    retrying: '仍在自动重试',
    failedState: '已放弃',
    attempts: '试过 {{n}} 次',
    added: '{{queue}}，进入队列',
    retry: '重新执行',
    discard: '丢弃',
    sure: '丢弃后不再执行，会记入审计。确定吗？',
    yes: '丢弃',
    no: '取消',
    retried: '已重新执行',
    discarded: '已丢弃',
    about: '{{about}} 重新执行',
  },
  en: {
    title: 'Queues',
    why: 'News between services, imports and matching wait here. What fails is tried again by itself; news is never dropped, but tried until it succeeds.',
    queue: 'Queue',
    waiting: 'Waiting',
    active: 'Running',
    failed: 'Given up',
    jobs: 'Failed jobs',
    none: 'No job has failed',
    retrying: 'tried again by itself',
    failedState: 'given up',
    attempts: '{{n}} attempts',
    added: '{{queue}}, queued',
    retry: 'Try again',
    discard: 'Discard',
    sure: 'It will not be done any more, and the audit log says so. Discard it?',
    yes: 'Discard',
    no: 'Cancel',
    retried: 'Tried again',
    discarded: 'Discarded',
    about: 'Try {{about}} again',
  },
});
const mostShown = 20;

function FailedJobs({ queue }: { readonly queue: string }) {
  const t = useWords();
  const { say } = useLanguage();
  const jobs = useCall(listFailedJobs, { params: { queue }, query: { limit: mostShown } }, { everyMs: 10_000 });
  const touches = [listQueues, listFailedJobs];
  const retry = useAct(retryJob, touches, t('retried'));
  const discard = useAct(discardJob, touches, t('discarded'));
  const busy = retry.pending || discard.pending;
  const line = (job: JobView) => (
    <li key={job.id} className="admin-job">
      <div>
        <b>{job.about === queue ? say(queueWords(queue)) : job.about}</b>{' '}
        <Tag color={job.state === 'failed' ? 'error' : 'warning'}>
          {t(job.state === 'failed' ? 'failedState' : 'retrying')}
        </Tag>
        <span className="muted">{t('attempts', { n: job.attempts })}</span>
      </div>
      <div className="admin-fault">{job.fault}</div>
      <div className="muted">
        {t('added', { queue: say(queueWords(queue)) })} <Moment at={job.addedAt} />
      </div>
      <div className="kit-row">
        <Button
          size="small"
          disabled={busy}
          aria-label={t('about', { about: job.about })}
          onClick={() => retry.act({ params: { queue, jobId: job.id } })}
        >
          {t('retry')}
        </Button>
        {job.discardable ? (
          <Popconfirm
            title={t('sure')}
            okText={t('yes')}
            cancelText={t('no')}
            onConfirm={() => discard.act({ params: { queue, jobId: job.id } })}
          >
            <Button size="small" danger disabled={busy}>
              {t('discard')}
            </Button>
          </Popconfirm>
        ) : null}
      </div>
    </li>
  );
  return (
    <>
      <ProblemAlert error={jobs.error} />
      {(jobs.data?.items ?? []).map(line)}
    </>
  );
}

/** Queues of all services with what failed, to be tried again or discarded. */
export function QueuesPart() {
  const t = useWords();
  const { say } = useLanguage();
  const queues = useCall(listQueues, {}, { everyMs: 5000 });
  const items = queues.data?.items ?? [];
  const suspect = items.filter(({ failed, waiting }) => failed > 0 || waiting > 0);
  return (
    <>
      <Section title={t('title')}>
        <p className="muted">{t('why')}</p>
        <ProblemAlert error={queues.error} again={() => void queues.refetch()} />
        {queues.isPending ? <Skeleton active /> : null}
        {queues.data ? (
          <Scroll label={t('title')}>
            <table className="kit-table">
              <thead>
                <tr>
                  <th>{t('queue')}</th>
                  <th className="kit-end">{t('waiting')}</th>
                  <th className="kit-end">{t('active')}</th>
                  <th className="kit-end">{t('failed')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map(({ name, waiting, active, failed }) => (
                  <tr key={name}>
                    <td>{say(queueWords(name))}</td>
                    <td className="kit-end">{waiting}</td>
                    <td className="kit-end">{active}</td>
                    <td className="kit-end">{failed > 0 ? <Tag color="error">{failed}</Tag> : 0}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        ) : null}
      </Section>
      <Section title={t('jobs')}>
        {queues.data && suspect.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />
        ) : null}
        <ul className="kit-plain-list">
          {suspect.map(({ name }) => (
            <FailedJobs key={name} queue={name} />
          ))}
        </ul>
      </Section>
    </>
  );
}
