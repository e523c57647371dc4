import { importContracts, importServices, type ImportKind, type ImportView } from '@duijie/contracts';
import { Button } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { When } from '../../kit/when';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('past-imports', {
  zh: {
    title: '以前的导入和检查',
    none: '还没有导入过',
    trial: '检查',
    real: '导入',
    rows: '{{rows}} 行',
    bad: '{{n}} 行有误',
    more: '再看一些',
  },
  en: {
    title: 'Earlier imports and checks',
    none: 'Nothing was imported yet',
    trial: 'Check',
    real: 'Import',
    rows: '{{rows}} rows',
    bad: '{{n}} at fault',
    more: 'Show more',
  },
});

/** What was imported before, newest first: the way back to a check that was left. */
export function PastImports({ kind }: { readonly kind: ImportKind }) {
  const t = useWords();
  const { list } = importContracts(importServices[kind], kind);
  const pages = usePages<typeof list, ImportView>(list, { query: { limit: 10 } });
  return (
    <Section title={t('title')}>
      <ProblemAlert error={pages.error} again={() => void pages.refetch()} />
      {pages.isSuccess && pages.items.length === 0 ? <p className="muted">{t('none')}</p> : null}
      <ul className="kit-plain-list">
        {pages.items.map(({ id, fileName, dryRun, rows, counts, createdAt }) => (
          <li key={id}>
            <Link to={`/imports/${kind}/${id}`}>{fileName}</Link> · {t(dryRun ? 'trial' : 'real')} ·{' '}
            {t('rows', { rows })}
            {counts.refused > 0 ? ` · ${t('bad', { n: counts.refused })}` : ''} · <When at={createdAt} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage ? (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </Section>
  );
}
