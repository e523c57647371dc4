import { importContracts, importServices, type ImportKind, type ImportView } from '@duijie/contracts';
import { FileExcelOutlined } from '@ant-design/icons';
import { Alert, Button, Popconfirm, Progress } from 'antd';
import { useNavigate } from 'react-router';
import { useCall } from '../../api/use-call';
import { LinkButton } from '../../kit/link-button';
import { ProblemAlert } from '../../kit/problem-alert';
import { Section } from '../../kit/section';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { FaultRows } from './fault-rows';
import { MadeRows } from './made-rows';

const useWords = defineWords('import-result', {
  zh: {
    checking: '正在检查“{{file}}”',
    importing: '正在导入“{{file}}”',
    checked: '检查结果：“{{file}}”',
    imported: '导入结果：“{{file}}”',
    undone: '已撤销：“{{file}}”',
    progress: '已处理 {{done}} / {{rows}} 行。可以离开，稍后凭这个网址回来看',
    good: '{{n}} 行可以导入',
    goodNew: '其中新建 {{created}}，更新 {{updated}}，无变化 {{unchanged}}',
    bad: '{{n}} 行有误',
    allGood: '全部 {{n}} 行都没有问题',
    noneGood: '没有一行可以导入。请按下面的原因改好文件，再重新选择',
    choose: '可以先导入没有问题的行，也可以改好文件后再一起导入',
    apply: '导入这 {{n}} 行',
    again: '改好文件后重新选择',
    another: '再导入一个文件',
    faults: '下载有误的行（Excel）',
    created: '新建',
    updated: '更新',
    unchanged: '无变化',
    refused: '未导入',
    kept: '保留',
    taken: '已撤销',
    undo: '撤销这次导入',
    undoSure: '撤销后，这次新建的内容会收回；之后改动过的保留。确定撤销？',
    yes: '撤销',
    no: '不撤销',
    ignored: '没有导入的列：{{names}}',
  },
  en: {
    checking: 'Checking “{{file}}”',
    importing: 'Importing “{{file}}”',
    checked: 'Checked: “{{file}}”',
    imported: 'Imported: “{{file}}”',
    undone: 'Undone: “{{file}}”',
    progress: '{{done}} of {{rows}} rows done. You may leave and come back by this address',
    good: '{{n}} rows can be imported',
    goodNew: '{{created}} new, {{updated}} changed, {{unchanged}} as they were',
    bad: '{{n}} rows at fault',
    allGood: 'All {{n}} rows are right',
    noneGood: 'No row can be imported. Mend the file by the reasons below and choose it again',
    choose: 'Import the rows that are right now, or mend the file first and import all together',
    apply: 'Import these {{n}} rows',
    again: 'Choose the mended file',
    another: 'Import another file',
    faults: 'Download the rows at fault (Excel)',
    created: 'New',
    updated: 'Changed',
    unchanged: 'As they were',
    refused: 'Refused',
    kept: 'Kept',
    taken: 'Undone',
    undo: 'Undo this import',
    undoSure: 'What this import made is taken back; what was changed since is kept. Undo it?',
    yes: 'Undo',
    no: 'Keep',
    ignored: 'Columns not imported: {{names}}',
  },
});

const runs = (view: ImportView | undefined): boolean =>
  view === undefined || view.state === 'queued' || view.state === 'running' || view.state === 'undoing';
const pollMs = 700;

/** What a check or an import came to, while it goes on and afterwards. */
export function ImportResult({ kind, importId }: { readonly kind: ImportKind; readonly importId: string }) {
  const t = useWords();
  const { comma, semicolon } = useLanguage();
  const navigate = useNavigate();
  const contracts = importContracts(importServices[kind], kind);
  const {
    data: view,
    error,
    refetch,
  } = useCall(contracts.get, { params: { importId } }, { everyMs: (seen) => (runs(seen) ? pollMs : 0) });
  const apply = useAct(contracts.apply, [contracts.list]);
  const undo = useAct(contracts.undo, [contracts.get, contracts.list, contracts.rows]);
  if (!view) return <ProblemAlert error={error} again={() => void refetch()} />;
  const { counts, rows, dryRun, fileName: file } = view;
  const finished = rows - counts.pending;
  const good = counts.created + counts.updated + counts.unchanged;
  const excel = `/api/v1${contracts.rows.path.replace(':importId', importId)}?outcome=refused&format=xlsx`;
  if (runs(view))
    return (
      <Section title={t(dryRun ? 'checking' : 'importing', { file })}>
        <Progress
          percent={rows === 0 ? 0 : Math.floor((finished / rows) * 100)}
          aria-label={t('importing', { file })}
        />
        <p aria-live="polite">{t('progress', { done: finished, rows })}</p>
      </Section>
    );
  const tallies = [
    ['created', counts.created],
    ['updated', counts.updated],
    ['unchanged', counts.unchanged],
    ['refused', counts.refused],
    ['taken', counts.undone],
    ['kept', counts.kept],
  ] as const;
  return (
    <>
      <Section title={t(view.state === 'undone' ? 'undone' : dryRun ? 'checked' : 'imported', { file })}>
        {view.failure ? <Alert type="error" showIcon title={view.failure} /> : null}
        {dryRun ? (
          <Alert
            type={counts.refused === 0 ? 'success' : good === 0 ? 'error' : 'warning'}
            showIcon
            aria-live="polite"
            title={
              counts.refused === 0
                ? t('allGood', { n: rows })
                : good === 0
                  ? t('noneGood')
                  : [t('good', { n: good }), t('bad', { n: counts.refused })].join(semicolon)
            }
            description={
              good === 0 ? undefined : (
                <>
                  <div>{t('goodNew', { ...counts })}</div>
                  {counts.refused > 0 ? <div>{t('choose')}</div> : null}
                </>
              )
            }
          />
        ) : (
          <div className="import-counts" aria-live="polite">
            {tallies.map(([name, n]) =>
              n === 0 && name !== 'created' ? null : (
                <span key={name}>
                  {t(name)} <b>{n}</b>
                </span>
              ),
            )}
          </div>
        )}
        {view.unknownHeadings.length > 0 ? (
          <p className="muted">{t('ignored', { names: view.unknownHeadings.join(comma) })}</p>
        ) : null}
        <div className="kit-actions" style={{ marginTop: 12 }}>
          {dryRun && good > 0 ? (
            <Button
              type="primary"
              loading={apply.pending}
              onClick={() =>
                apply.act(
                  { params: { importId } },
                  ({ id }) => void navigate(`/imports/${kind}/${id}`, { replace: true }),
                )
              }
            >
              {t('apply', { n: good })}
            </Button>
          ) : null}
          <LinkButton to={`/imports/${kind}`}>{t(counts.refused > 0 ? 'again' : 'another')}</LinkButton>
          {counts.refused > 0 ? (
            <Button icon={<FileExcelOutlined aria-hidden />} href={excel} download>
              {t('faults')}
            </Button>
          ) : null}
          {!dryRun && view.state !== 'undone' && counts.created + counts.updated > 0 ? (
            <Popconfirm
              title={t('undoSure')}
              okText={t('yes')}
              cancelText={t('no')}
              onConfirm={() => undo.act({ params: { importId }, ifMatch: view.version })}
            >
              <Button danger loading={undo.pending}>
                {t('undo')}
              </Button>
            </Popconfirm>
          ) : null}
        </div>
      </Section>
      {counts.refused > 0 ? <FaultRows kind={kind} importId={importId} /> : null}
      {!dryRun && counts.created + counts.updated > 0 ? <MadeRows kind={kind} importId={importId} /> : null}
    </>
  );
}
