import { importKinds } from '@duijie/contracts';
import { Link, useParams } from 'react-router';
import { PageHead } from '../../kit/page-head';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { ChooseFile } from './choose-file';
import { importKindWords } from '../../kit/import-kind-words';
import { ImportResult } from './import-result';
import { PastImports } from './past-imports';
import './imports.css';

const useWords = defineWords('import-page', {
  zh: {
    title: '从表格导入{{what}}',
    back: '返回{{what}}',
    none: '没有这种导入',
  },
  en: {
    title: 'Import {{what}} from a sheet',
    back: 'Back to {{what}}',
    none: 'There is no such import',
  },
});

/** Brings a sheet in: which column is which, what would be refused, then the rows. The address keeps the import. */
export function ImportPage() {
  const t = useWords();
  const { say } = useLanguage();
  const { kind: asked, importId } = useParams();
  const kind = importKinds.find((one) => one === asked);
  if (!kind) return <PageHead title={t('none')} />;
  const words = importKindWords[kind];
  return (
    <>
      <PageHead
        title={t('title', { what: say(words) })}
        before={<Link to={words.list}>{t('back', { what: say(words) })}</Link>}
      />
      {importId === undefined ? (
        <>
          <ChooseFile key={kind} kind={kind} />
          <PastImports kind={kind} />
        </>
      ) : (
        <ImportResult key={importId} kind={kind} importId={importId} />
      )}
    </>
  );
}
