import { CheckCircleOutlined, CloseCircleOutlined, MinusCircleOutlined } from '@ant-design/icons';
import { Alert, Button, Progress } from 'antd';
import { useState } from 'react';
import { defineWords } from '../../words/define-words';
import type { Bulk, BulkAction } from './table-model';
import { useBulkRun, type RowResult } from './use-bulk-run';
import type { Selection } from './use-selection';
import { Modal } from '../modal';

const useWords = defineWords('bulk-bar', {
  zh: {
    chosen: '已选 {{n}} 项',
    none: '取消选择',
    label: '批量操作',
    will: '将逐项操作 {{n}} 项，已经办成的不会因为其他项失败而撤回。',
    pass: '其中 {{n}} 项不适用，会跳过。',
    start: '开始',
    cancel: '取消',
    stop: '停下',
    close: '关闭',
    retry: '再试剩下的 {{n}} 项',
    at: '{{done}} / {{all}}',
    sum: '办成 {{done}} 项，未成 {{refused}} 项，跳过 {{passed}} 项',
    left: '还有 {{n}} 项没有轮到，仍保持选中',
    done: '已办',
    refused: '未成',
    passed: '跳过',
  },
  en: {
    chosen: '{{n}} selected',
    none: 'Select none',
    label: 'Act on the selected',
    will: '{{n}} rows, one after the other. What is done stays done, whatever happens to the others.',
    pass: 'It does not apply to {{n}} of them; they are passed over.',
    start: 'Start',
    cancel: 'Cancel',
    stop: 'Stop',
    close: 'Close',
    retry: 'Try the {{n}} that are left again',
    at: '{{done}} / {{all}}',
    sum: '{{done}} done, {{refused}} refused, {{passed}} passed over',
    left: '{{n}} were not reached and stay selected',
    done: 'Done',
    refused: 'Refused',
    passed: 'Passed over',
  },
});
const marks = {
  done: <CheckCircleOutlined aria-hidden className="bulk-done" />,
  refused: <CloseCircleOutlined aria-hidden className="bulk-refused" />,
  passed: <MinusCircleOutlined aria-hidden className="muted" />,
} as const;

/** What can be done to the chosen rows, and what became of each. Whatever failed stays chosen. */
export function BulkBar<T>({
  bulk,
  selection,
  rowKey,
}: {
  readonly bulk: Bulk<T>;
  readonly selection: Selection<T>;
  readonly rowKey: (item: T) => string;
}) {
  const t = useWords();
  const [asked, setAsked] = useState<string | null>(null);
  const [total, setTotal] = useState(0);
  const { running, results, run, stop, forget } = useBulkRun(bulk, rowKey);
  const action = bulk.actions.find(({ key }) => key === asked);
  const count = (outcome: RowResult['outcome']): number => results.filter((one) => one.outcome === outcome).length;
  const ended = !running && results.length > 0;
  const start = async (what: BulkAction<T>, items: readonly T[]): Promise<void> => {
    setTotal(items.length);
    const told = await run(what, items);
    const through = new Set(told.filter(({ outcome }) => outcome !== 'refused').map(({ key }) => key));
    selection.keep(items.map(rowKey).filter((key) => !through.has(key)));
  };
  const close = (): void => {
    if (running) return;
    setAsked(null);
    forget();
  };
  const passing = action?.applies ? selection.current.filter((item) => !action.applies?.(item)).length : 0;
  const footer = running
    ? [
        <Button key="stop" onClick={stop}>
          {t('stop')}
        </Button>,
      ]
    : ended
      ? [
          ...(selection.keys.size > 0 && action
            ? [
                <Button key="retry" onClick={() => void start(action, selection.current)}>
                  {t('retry', { n: selection.keys.size })}
                </Button>,
              ]
            : []),
          <Button key="close" type="primary" onClick={close}>
            {t('close')}
          </Button>,
        ]
      : [
          <Button key="cancel" onClick={close}>
            {t('cancel')}
          </Button>,
          <Button
            key="start"
            type="primary"
            danger={action?.danger ?? false}
            disabled={action?.ready === false || passing === selection.current.length}
            onClick={() => (action ? void start(action, selection.current) : undefined)}
          >
            {t('start')}
          </Button>,
        ];
  return (
    <>
      {selection.keys.size > 0 ? (
        <section className="bulk-bar" aria-label={t('label')}>
          <output>{t('chosen', { n: selection.keys.size })}</output>
          {bulk.actions.map(({ key, label, danger }) => (
            <Button key={key} size="small" danger={danger ?? false} onClick={() => setAsked(key)}>
              {label}
            </Button>
          ))}
          <Button size="small" type="link" onClick={() => selection.all(false)}>
            {t('none')}
          </Button>
        </section>
      ) : null}
      {action ? (
        <Modal
          open
          title={action.label}
          footer={footer}
          closable={!running}
          mask={{ closable: false }}
          onCancel={close}
        >
          {results.length === 0 && !running ? (
            <>
              <p>
                {t('will', { n: selection.current.length })}
                {passing > 0 ? ` ${t('pass', { n: passing })}` : ''}
              </p>
              {action.form}
            </>
          ) : (
            <>
              <Progress
                percent={total === 0 ? 100 : Math.round((results.length / total) * 100)}
                format={() => t('at', { done: results.length, all: total })}
                status={running ? 'active' : count('refused') > 0 ? 'exception' : 'success'}
              />
              <div aria-live="polite">
                {ended ? (
                  <Alert
                    type={count('refused') > 0 ? 'warning' : 'success'}
                    title={t('sum', { done: count('done'), refused: count('refused'), passed: count('passed') })}
                    {...(results.length < total ? { description: t('left', { n: total - results.length }) } : {})}
                  />
                ) : null}
              </div>
              {/* Refusals first: they are what there is to read. */}
              <ul className="bulk-results">
                {results
                  .toSorted((a, b) => Number(b.outcome === 'refused') - Number(a.outcome === 'refused'))
                  .map(({ key, name, outcome, why }) => (
                    <li key={key}>
                      {marks[outcome]} <span className="kit-hidden">{t(outcome)}</span>
                      {name}
                      {why ? <span className="muted"> · {why}</span> : null}
                    </li>
                  ))}
              </ul>
            </>
          )}
        </Modal>
      ) : null}
    </>
  );
}
