import type { ImportLook } from '@duijie/contracts';
import { Select, Tag } from 'antd';
import { Scroll } from '../../kit/scroll';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('import-columns', {
  zh: {
    heading: '表头',
    values: '下面的内容',
    is: '这一列是',
    not: '不导入',
    unnamed: '第 {{at}} 列（没有表头）',
    of: '“{{heading}}”这一列是什么',
    known: '认出',
    guessed: '猜的',
    chosen: '您选的',
    none: '不导入',
    must: '{{name}}（必填）',
  },
  en: {
    heading: 'Heading',
    values: 'What stands below',
    is: 'This column is',
    not: 'Not imported',
    unnamed: 'Column {{at}} (no heading)',
    of: 'What is the column “{{heading}}”',
    known: 'known',
    guessed: 'guessed',
    chosen: 'chosen',
    none: 'not imported',
    must: '{{name}} (required)',
  },
});
const colours = { known: 'success', guessed: 'warning', chosen: 'processing', none: 'default' } as const;

/** Each column of the file with what it is taken for; a choice list corrects it. */
export function ColumnTable({
  look,
  onChoose,
}: {
  readonly look: ImportLook;
  readonly onChoose: (at: number, path: string | null) => void;
}) {
  const t = useWords();
  const { say } = useLanguage();
  const taken = new Map(look.columns.flatMap(({ path, heading }) => (path === null ? [] : [[path, heading] as const])));
  return (
    <Scroll label={t('heading')}>
      <table className="kit-table import-columns">
        <thead>
          <tr>
            <th scope="col">{t('heading')}</th>
            <th scope="col">{t('values')}</th>
            <th scope="col">{t('is')}</th>
          </tr>
        </thead>
        <tbody>
          {look.columns.map(({ at, heading, path, match, values }) => {
            const name = heading || t('unnamed', { at: at + 1 });
            return (
              <tr key={at}>
                <td>
                  <b>{name}</b> <Tag color={colours[match]}>{t(match)}</Tag>
                </td>
                <td>{values.map((value) => (value.length > 30 ? `${value.slice(0, 30)}…` : value)).join(' · ')}</td>
                <td>
                  <Select
                    aria-label={t('of', { heading: name })}
                    value={path ?? ''}
                    showSearch={{ optionFilterProp: 'label' }}
                    options={[
                      { value: '', label: t('not') },
                      ...look.fields.map((field) => ({
                        value: field.path,
                        label:
                          (field.required ? t('must', { name: say(field.label) }) : say(field.label)) +
                          (taken.has(field.path) && field.path !== path ? ` ← ${taken.get(field.path)}` : ''),
                      })),
                    ]}
                    onChange={(chosen: string) => onChoose(at, chosen === '' ? null : chosen)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
