import { importContracts, importServices, type ImportKind, type ImportRowView } from '@duijie/contracts';
import { Button } from 'antd';
import { usePages } from '../../api/use-call';
import { ProblemAlert } from '../../kit/problem-alert';
import { Scroll } from '../../kit/scroll';
import { Section } from '../../kit/section';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('import-faults', {
  zh: { title: '有误的行', line: '行', column: '列', why: '原因', whole: '整行', more: '再看一些' },
  en: { title: 'Rows at fault', line: 'Line', column: 'Column', why: 'Why', whole: 'whole row', more: 'Show more' },
});

/** Rows that do not go in, by line and column, in the words of the server. */
export function FaultRows({ kind, importId }: { readonly kind: ImportKind; readonly importId: string }) {
  const t = useWords();
  const { language } = useLanguage();
  const { rows } = importContracts(importServices[kind], kind);
  const pages = usePages<typeof rows, ImportRowView>(rows, {
    params: { importId },
    query: { outcome: 'refused', limit: 50 },
  });
  return (
    <Section title={t('title')}>
      <ProblemAlert error={pages.error} again={() => void pages.refetch()} />
      <Scroll label={t('title')}>
        <table className="kit-table">
          <thead>
            <tr>
              <th scope="col">{t('line')}</th>
              <th scope="col">{t('column')}</th>
              <th scope="col">{t('why')}</th>
            </tr>
          </thead>
          <tbody>
            {pages.items.flatMap(({ line, faults }) =>
              faults.map(({ pointer, heading, detail }) => (
                <tr key={`${line}${pointer}${detail.zh}`}>
                  <td className="kit-number">{line}</td>
                  <td>{heading ?? t('whole')}</td>
                  <td>{detail[language]}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </Scroll>
      {pages.hasNextPage ? (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </Section>
  );
}
