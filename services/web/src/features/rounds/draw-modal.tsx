import { drawRound, type RoundView } from '@duijie/contracts';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { Field, FormProblem } from '../../kit/form-problem';
import { Modal } from '../../kit/modal';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import { touchedByRound } from './touched';

const useWords = defineWords('round-draw', {
  zh: {
    title: '录入抽签数值',
    source: '约定的依据：{{source}}',
    value: '公布的数值',
    hint: '只能录入一次，录入后不能重抽。只在总分完全相同的方案之间起作用。',
    draw: '抽签',
    cancel: '取消',
    done: '已抽签，证明已核验',
  },
  en: {
    title: 'Draw the ties',
    source: 'As announced: {{source}}',
    value: 'The value',
    hint: 'Entered once; it is not drawn again. It decides only between plans of exactly equal score.',
    draw: 'Draw',
    cancel: 'Cancel',
    done: 'Drawn, and the proof is checked',
  },
});

/** Enters the public value that decides exact ties. */
export function DrawModal({ round, onClose }: { readonly round: RoundView; readonly onClose: () => void }) {
  const t = useWords();
  const id = useId();
  const [value, setValue] = useState('');
  const draw = useAct(drawRound, touchedByRound, t('done'), true);
  return (
    <Modal
      open
      title={t('title')}
      okText={t('draw')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: value.trim() === '' }}
      confirmLoading={draw.pending}
      onOk={() => draw.act({ params: { roundId: round.id }, body: { value }, ifMatch: round.version }, onClose)}
      onCancel={onClose}
    >
      <p>{t('source', { source: round.proof?.draw?.source ?? '' })}</p>
      <Field label={t('value')} htmlFor={id} pointer="/value" error={draw.error} hint={t('hint')}>
        <Input id={id} maxLength={200} value={value} onChange={({ target }) => setValue(target.value)} />
      </Field>
      <FormProblem error={draw.error} fields={['/value']} />
    </Modal>
  );
}
