import { importContracts, importServices, type ImportKind, type ImportRowView } from '@duijie/contracts';
import { Button } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { defineWords } from '../../words/define-words';
import { importKindWords } from '../../kit/import-kind-words';

const useWords = defineWords('import-made', {
  zh: {
    title: '导入了什么',
    row: '第 {{line}} 行',
    created: '新建',
    updated: '更新',
    unchanged: '无变化',
    kept: '保留',
    undone: '已撤销',
    open: '打开',
    more: '再看一些',
  },
  en: {
    title: 'What was imported',
    row: 'Line {{line}}',
    created: 'new',
    updated: 'changed',
    unchanged: 'as it was',
    kept: 'kept',
    undone: 'undone',
    open: 'Open',
    more: 'Show more',
  },
});
type Shown = 'created' | 'updated' | 'unchanged' | 'kept' | 'undone';
const isShown = (outcome: ImportRowView['outcome']): outcome is Shown => outcome !== 'pending' && outcome !== 'refused';

/** Rows that went in, each with the way to what it became. */
export function MadeRows({ kind, importId }: { readonly kind: ImportKind; readonly importId: string }) {
  const t = useWords();
  const { rows } = importContracts(importServices[kind], kind);
  const { page } = importKindWords[kind];
  const pages = usePages<typeof rows, ImportRowView>(rows, { params: { importId }, query: { limit: 50 } });
  return (
    <Section title={t('title')}>
      <ProblemAlert error={pages.error} again={() => void pages.refetch()} />
      <ul className="kit-plain-list">
        {pages.items.map(({ line, externalId, aggregateId, outcome }) =>
          isShown(outcome) ? (
            <li key={line}>
              {t('row', { line })} {externalId?.startsWith('row-') ? '' : externalId} · {t(outcome)}
              {page && aggregateId ? (
                <>
                  {' '}
                  · <Link to={page(aggregateId)}>{t('open')}</Link>
                </>
              ) : null}
            </li>
          ) : null,
        )}
      </ul>
      {pages.hasNextPage ? (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </Section>
  );
}
