import { auditContract, auditedServices, type AuditedService } from '@duijie/contracts';
import { useQueries } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { defineWords } from '../../words/define-words';
import { serviceWords } from '../../kit/service-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('audit', {
  zh: {
    title: '审计链核验',
    why: '每次状态变化都记入前后相连的链，改动任何一条都会被发现。核验会从第一条走到最后一条。',
    check: '开始核验',
    running: '核验中',
    whole: '完整，{{n}} 条',
    broken: '有 {{n}} 处不一致：第 {{where}} 条',
    waiting: '未核验',
    unsealed: '{{n}} 条正在入链',
  },
  en: {
    title: 'Check the audit chains',
    why: 'Every change of state is a link of a chain; whoever alters one is found out. The check walks it from end to end.',
    check: 'Check now',
    running: 'checking',
    whole: 'whole, {{n}} entries',
    broken: '{{n}} links do not fit: no. {{where}}',
    waiting: 'not checked',
    unsealed: '{{n}} about to be linked',
  },
});

/** Walks the audit chain of every service and tells whether it is whole. */
export function AuditPart() {
  const t = useWords();
  const { say, comma } = useLanguage();
  const [asked, setAsked] = useState(0);
  const reports = useQueries({
    queries: auditedServices.map((service: AuditedService) => ({
      queryKey: ['audit', service, asked],
      queryFn: () => api().call(auditContract(service), {}),
      enabled: asked > 0,
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  return (
    <Section
      title={t('title')}
      extra={
        <Button
          type="primary"
          loading={reports.some(({ isFetching }) => isFetching)}
          onClick={() => setAsked(asked + 1)}
        >
          {t('check')}
        </Button>
      }
    >
      <p className="muted">{t('why')}</p>
      <ul className="kit-plain-list" aria-live="polite">
        {auditedServices.map((service, place) => {
          const report = reports[place];
          const found = report?.data;
          return (
            <li key={service} className="kit-row" style={{ padding: '6px 0' }}>
              <b style={{ minWidth: 110 }}>{say(serviceWords[service])}</b>
              {asked === 0 ? <span className="muted">{t('waiting')}</span> : null}
              {report?.isFetching ? <span className="muted">{t('running')}</span> : null}
              {found ? (
                <Tag color={found.faults.length === 0 ? 'success' : 'error'}>
                  {found.faults.length === 0
                    ? t('whole', { n: found.entries })
                    : t('broken', {
                        n: found.faults.length,
                        where: found.faults
                          .slice(0, 5)
                          .map(({ position }) => position)
                          .join(comma),
                      })}
                </Tag>
              ) : null}
              {found && found.unsealed > 0 ? (
                <span className="muted">{t('unsealed', { n: found.unsealed })}</span>
              ) : null}
              <ProblemAlert error={report?.error ?? null} />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
