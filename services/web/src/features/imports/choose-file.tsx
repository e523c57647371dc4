import {
  importContracts,
  importServices,
  type ColumnChoice,
  type ImportKind,
  type ImportLook,
} from '@duijie/contracts';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useChange } from '../../api/use-change';
import { FilePick } from '../../kit/file-pick';
import { ProblemAlert } from '../../kit/problem-alert';
import { SaveFile } from '../../kit/save-file';
import { Section } from '../../kit/section';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { ColumnTable } from './column-table';
import { PreviewTable } from './preview-table';

const useWords = defineWords('import-choose', {
  zh: {
    file: '第一步：选文件',
    pick: '选择文件',
    another: '换一个文件',
    hint: '把 .xlsx 或 .csv 文件拖到这里，或点按钮选择。表头怎么写、列怎么排都可以，最多 20,000 行',
    template: '下载模板',
    columns: '第二步：核对每一列是什么',
    found:
      '表头在第 {{line}} 行，共 {{rows}} 行数据。认出 {{known}} 列，猜出 {{guessed}} 列，请核对；不需要的列选“不导入”',
    missing: '还缺：{{fields}}。请指定它在哪一列',
    noneFound: '没有认出任何一列。请指定每一列是什么，或下载模板对照',
    preview: '前几行会这样理解',
    check: '检查全部 {{rows}} 行',
    safe: '检查只看不写：有误的行会逐行列出，确认后才导入',
    reading: '正在读取…',
  },
  en: {
    file: 'First: the file',
    pick: 'Choose a file',
    another: 'Choose another file',
    hint: 'Drop a .xlsx or .csv file here or choose one. Any headings in any order, at most 20,000 rows',
    template: 'Download the template',
    columns: 'Second: which column is which',
    found:
      'Headings in line {{line}}, {{rows}} rows. {{known}} columns known, {{guessed}} guessed: look at them. Choose “Not imported” for what is not needed',
    missing: 'Still missing: {{fields}}. Say in which column it is',
    noneFound: 'No column was recognised. Say what each is, or compare with the template',
    preview: 'How the first rows are understood',
    check: 'Check all {{rows}} rows',
    safe: 'Checking writes nothing: rows at fault are listed, and you decide then',
    reading: 'Reading…',
  },
});

const chosenOf = (look: ImportLook): ColumnChoice => ({
  line: Math.max(1, look.line),
  columns: Object.fromEntries(look.columns.flatMap(({ at, path }) => (path === null ? [] : [[String(at), path]]))),
});

/** From a file to its check: guessed columns, corrected by choice lists, and the first rows as they are understood. */
export function ChooseFile({ kind }: { readonly kind: ImportKind }) {
  const t = useWords();
  const navigate = useNavigate();
  const contracts = importContracts(importServices[kind], kind);
  const [file, setFile] = useState<File | null>(null);
  const [over, setOver] = useState(false);
  const look = useChange(contracts.look);
  const start = useChange(contracts.start, [contracts.list]);
  const lookAt = (picked: File, choice?: ColumnChoice): void => {
    start.reset();
    look.mutate({
      body: choice ? { columns: JSON.stringify(choice) } : {},
      file: { name: picked.name, content: picked },
    });
  };
  const pick = (picked: File): void => {
    setFile(picked);
    look.reset();
    lookAt(picked);
  };
  const [seen, setSeen] = useState<ImportLook | null>(null);
  // While a correction is on its way the columns stay in sight.
  if (look.data && look.data !== seen) setSeen(look.data);
  const shown = file ? seen : null;
  const required = (shown?.fields ?? []).filter(({ required: must }) => must);
  const missing = required.filter(({ path }) => !shown?.columns.some((column) => column.path === path));
  const count = (match: ImportLook['columns'][number]['match']): number =>
    (shown?.columns ?? []).filter((column) => column.match === match).length;
  const named = (shown?.columns ?? []).some(({ path }) => path !== null);
  const begin = (): void => {
    if (!file || !shown) return;
    start.mutate(
      {
        body: { dryRun: 'true', ...(shown.line > 0 ? { columns: JSON.stringify(chosenOf(shown)) } : {}) },
        file: { name: file.name, content: file },
      },
      { onSuccess: ({ id }) => void navigate(`/imports/${kind}/${id}`) },
    );
  };
  return (
    <>
      <Section title={t('file')}>
        <div
          className={over ? 'import-drop import-drop-over' : 'import-drop'}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            const [dropped] = event.dataTransfer.files;
            if (dropped) pick(dropped);
          }}
        >
          {file ? <p>{file.name}</p> : null}
          <div className="kit-actions" style={{ justifyContent: 'center' }}>
            <FilePick
              label={t(file ? 'another' : 'pick')}
              accept=".xlsx,.csv"
              type={file ? 'default' : 'primary'}
              loading={look.isPending}
              onPick={pick}
            />
            <SaveFile contract={contracts.template} input={{}} label={t('template')} fileName={`${kind}.csv`} />
          </div>
          <p className="kit-hint">{look.isPending ? t('reading') : t('hint')}</p>
        </div>
        <ProblemAlert error={look.error} />
      </Section>
      {shown && file && !look.error ? (
        <Section title={t('columns')}>
          <p>{t('found', { line: shown.line, rows: shown.rows, known: count('known'), guessed: count('guessed') })}</p>
          <div aria-live="polite">
            {named ? null : <Alert type="warning" showIcon title={t('noneFound')} />}
            {named && missing.length > 0 ? (
              <Missing fields={missing} say={(fields) => t('missing', { fields })} />
            ) : null}
          </div>
          <ColumnTable
            look={shown}
            onChoose={(at, path) => {
              const before = chosenOf(shown).columns;
              const columns = Object.fromEntries(
                Object.entries(before).filter(([where, what]) => where !== String(at) && what !== path),
              );
              lookAt(file, {
                line: shown.line,
                columns: path === null ? columns : { ...columns, [String(at)]: path },
              });
            }}
          />
          {shown.preview.length > 0 ? (
            <>
              <h3 className="kit-subheading">{t('preview')}</h3>
              <PreviewTable look={shown} />
            </>
          ) : null}
          <ProblemAlert error={start.error} again={begin} />
          <div className="kit-actions">
            <Button type="primary" disabled={!named || shown.rows === 0} loading={start.isPending} onClick={begin}>
              {t('check', { rows: shown.rows })}
            </Button>
            <span className="muted">{t('safe')}</span>
          </div>
        </Section>
      ) : null}
    </>
  );
}

function Missing({ fields, say }: { readonly fields: ImportLook['fields']; readonly say: (fields: string) => string }) {
  const { say: inLanguage, comma } = useLanguage();
  const names = fields.map(({ label }) => inLanguage(label)).join(comma);
  return <Alert type="warning" showIcon title={say(names)} />;
}
