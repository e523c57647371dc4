import { auditedServices, operationsContract } from '@duijie/contracts';
import { useQueries } from '@tanstack/react-query';
import { Tag } from 'antd';
import { api } from '../../api/client';
import { Scroll } from '../../kit/scroll';
import { Section } from '../../kit/section';
import { serviceWords } from '../../kit/service-words';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('service-health', {
  zh: {
    title: '各服务之间的消息',
    why: '一个服务做完的事要通知别的服务。平常几秒内送到；断网或重启后会自动补送，不会丢。',
    service: '服务',
    waiting: '还没送到',
    oldest: '最久等了',
    unsealed: '待入审计链',
    seconds: '{{n}} 秒',
    minutes: '{{n}} 分钟',
    fine: '都已送到',
    away: '没有回音',
  },
  en: {
    title: 'News between services',
    why: 'What one service has done is told to others, within seconds as a rule. After an outage it is delivered by itself; nothing is lost.',
    service: 'Service',
    waiting: 'Not delivered yet',
    oldest: 'Longest wait',
    unsealed: 'To be sealed',
    seconds: '{{n}} s',
    minutes: '{{n}} min',
    fine: 'all delivered',
    away: 'no answer',
  },
});
const lateSeconds = 60;

/** What waits between services, and for how long. */
export function ServiceHealth() {
  const t = useWords();
  const { say } = useLanguage();
  const reports = useQueries({
    queries: auditedServices.map((service) => ({
      queryKey: ['operations', service],
      queryFn: () => api().call(operationsContract(service), {}),
      refetchInterval: 10_000,
      retry: false,
    })),
  });
  const age = (seconds: number): string =>
    seconds < 2 * lateSeconds
      ? t('seconds', { n: Math.round(seconds) })
      : t('minutes', { n: Math.round(seconds / 60) });
  return (
    <Section title={t('title')}>
      <p className="muted">{t('why')}</p>
      <Scroll label={t('title')}>
        <table className="kit-table">
          <thead>
            <tr>
              <th>{t('service')}</th>
              <th className="kit-end">{t('waiting')}</th>
              <th className="kit-end">{t('oldest')}</th>
              <th className="kit-end">{t('unsealed')}</th>
            </tr>
          </thead>
          <tbody>
            {auditedServices.map((service, at) => {
              const report = reports[at];
              const found = report?.data;
              return (
                <tr key={service}>
                  <td>{say(serviceWords[service])}</td>
                  <td className="kit-end">
                    {report?.error ? <Tag color="error">{t('away')}</Tag> : null}
                    {found ? (found.events.waiting === 0 ? t('fine') : found.events.waiting) : null}
                  </td>
                  <td className="kit-end">
                    {found && found.events.waiting > 0 ? (
                      <Tag color={found.events.oldestSeconds > lateSeconds ? 'warning' : 'default'}>
                        {age(found.events.oldestSeconds)}
                      </Tag>
                    ) : (
                      '—'
                    )}
                  </td>
                  <td className="kit-end">{found?.unsealedAuditEntries ?? null}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </Section>
  );
}
