import { FileExcelOutlined } from '@ant-design/icons';
import type { ImportKind } from '@duijie/contracts';
import { defineWords } from '../words/define-words';
import { useLanguage } from '../words/language';
import { importKindWords } from './import-kind-words';
import { LinkButton } from './link-button';

const useWords = defineWords('import-link', {
  zh: { one: '从表格导入', named: '从表格导入{{what}}' },
  en: { one: 'Import from a sheet', named: 'Import {{what}} from a sheet' },
});

/** The way to bring a sheet in. @param named says of what, where several ways stand together */
export function ImportLink({ kind, named = false }: { readonly kind: ImportKind; readonly named?: boolean }) {
  const t = useWords();
  const { say } = useLanguage();
  return (
    <LinkButton to={`/imports/${kind}`} icon={<FileExcelOutlined aria-hidden />}>
      {named ? t('named', { what: say(importKindWords[kind]) }) : t('one')}
    </LinkButton>
  );
}
