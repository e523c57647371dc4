import type { ImportLook } from '@duijie/contracts';
import { Scroll } from '../../kit/scroll';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('import-preview', {
  zh: { table: '前几行', line: '行', faults: '问题', fine: '看起来没问题', empty: '空' },
  en: { table: 'The first rows', line: 'Line', faults: 'Faults', fine: 'Looks right', empty: 'empty' },
});

/** The first rows as they would be understood, each with what is wrong with it. */
export function PreviewTable({ look }: { readonly look: ImportLook }) {
  const t = useWords();
  const { say, language } = useLanguage();
  const fields = look.fields.filter(({ path }) => look.columns.some((column) => column.path === path));
  const wrong = (pointer: string, path: string): boolean => `${pointer}/`.startsWith(`/${path.replaceAll('.', '/')}/`);
  return (
    <Scroll label={t('table')}>
      <table className="kit-table import-preview">
        <thead>
          <tr>
            <th scope="col">{t('line')}</th>
            {fields.map(({ path, label }) => (
              <th key={path} scope="col">
                {say(label)}
              </th>
            ))}
            <th scope="col">{t('faults')}</th>
          </tr>
        </thead>
        <tbody>
          {look.preview.map(({ line, values, faults }) => (
            <tr key={line}>
              <td className="kit-number">{line}</td>
              {fields.map(({ path }) => (
                <td key={path} className={faults.some(({ pointer }) => wrong(pointer, path)) ? 'import-wrong' : ''}>
                  {values[path] ?? <span className="muted">{t('empty')}</span>}
                </td>
              ))}
              <td>
                {faults.length === 0 ? (
                  <span className="muted">{t('fine')}</span>
                ) : (
                  faults.map(({ pointer, detail }) => <div key={pointer}>{detail[language]}</div>)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
