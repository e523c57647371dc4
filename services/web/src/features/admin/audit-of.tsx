import type { AnswerOf } from '@duijie/api-client';
import { listIdentityAudit } from '@duijie/contracts';
import { usePages } from '../../api/use-call';
import { Moment } from '../../kit/moment';
import { DataTable } from '../../kit/table/data-table';
import type { Column } from '../../kit/table/table-model';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('audit-of', {
  zh: {
    label: '审计记录',
    at: '时间',
    action: '动作',
    change: '状态变化',
    actor: '操作者',
    reason: '理由',
    behalf: '代办依据',
    none: '还没有记录',
  },
  en: {
    label: 'Audit entries',
    at: 'When',
    action: 'What',
    change: 'From → to',
    actor: 'Who',
    reason: 'Why',
    behalf: 'On behalf',
    none: 'No entries yet',
  },
});
type Entry = AnswerOf<typeof listIdentityAudit>['items'][number];

/** What happened to one organisation or person, as the audit chain has it. */
export function AuditOf({ aggregateId }: { readonly aggregateId: string }) {
  const t = useWords();
  const pages = usePages<typeof listIdentityAudit, Entry>(listIdentityAudit, { query: { limit: 100, aggregateId } });
  const change = ({ from, to }: Entry): string => [from, to].filter(Boolean).join(' → ') || '—';
  const who = ({ actor, actorName }: Entry): string => actorName ?? actor;
  const columns: readonly Column<Entry>[] = [
    { key: 'at', title: t('at'), cell: (entry) => <Moment at={entry.occurredAt} /> },
    { key: 'action', title: t('action'), cell: (entry) => <code>{entry.action}</code> },
    { key: 'change', title: t('change'), cell: change },
    { key: 'actor', title: t('actor'), cell: who },
    { key: 'reason', title: t('reason'), cell: (entry) => entry.reason ?? '—' },
    { key: 'behalf', title: t('behalf'), hidden: true, cell: (entry) => entry.onBehalf?.note ?? '—' },
  ];
  return (
    <DataTable
      name="audit"
      label={t('label')}
      pages={pages}
      columns={columns}
      rowKey={({ id }) => id}
      empty={<p className="muted">{t('none')}</p>}
      card={(entry) => (
        <>
          <div className="kit-row kit-row-spread">
            <code>{entry.action}</code>
            <Moment at={entry.occurredAt} />
          </div>
          <div>{change(entry)}</div>
          <div className="muted">{[who(entry), entry.reason].filter(Boolean).join(' · ')}</div>
        </>
      )}
    />
  );
}
