import { operationsContract, type AuditedService } from '@duijie/contracts';
import { useQueries } from '@tanstack/react-query';
import { Tag } from 'antd';
import { api } from '../../api/client';
import { serviceWords } from '../../kit/service-words';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('emptying-progress', {
  zh: { title: '各服务进度', rows: '已删除 {{n}} 行', done: '完成', going: '进行中', unknown: '没有回音' },
  en: {
    title: 'Progress by service',
    rows: '{{n}} rows removed',
    done: 'done',
    going: 'going on',
    unknown: 'no answer',
  },
});

/** How far each service is with forgetting what was invented. */
export function EmptyingProgress({
  services,
  running,
}: {
  readonly services: readonly AuditedService[];
  readonly running: boolean;
}) {
  const t = useWords();
  const { say, language } = useLanguage();
  const reports = useQueries({
    queries: services.map((service) => ({
      queryKey: ['operations', service],
      queryFn: () => api().call(operationsContract(service), {}),
      refetchInterval: running ? 2000 : 10_000,
      retry: false,
    })),
  });
  return (
    <ul className="kit-plain-list" aria-label={t('title')}>
      {services.map((service, at) => {
        const report = reports[at];
        const rows = (report?.data?.demo.removed ?? []).reduce((sum, one) => sum + one.rows, 0);
        const done = report?.data?.demo.waiting === 0 && !(running && rows === 0);
        return (
          <li key={service} className="kit-row" style={{ padding: '4px 0' }}>
            <b style={{ minWidth: 110 }}>{say(serviceWords[service])}</b>
            {report?.data ? (
              <>
                <Tag color={done ? 'success' : 'processing'}>{t(done ? 'done' : 'going')}</Tag>
                <span className="muted">{t('rows', { n: rows.toLocaleString(language) })}</span>
              </>
            ) : null}
            {report?.error ? <Tag color="error">{t('unknown')}</Tag> : null}
          </li>
        );
      })}
    </ul>
  );
}
