import { freezeRound, type RoundView } from '@duijie/contracts';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { Field, FormProblem } from '../../kit/form-problem';
import { Modal } from '../../kit/modal';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import { touchedByRound } from './touched';

const useWords = defineWords('round-freeze', {
  zh: {
    title: '定稿，并写明抽签依据',
    source: '以哪个以后公布的数值抽签',
    hint: '现在还没有人知道、以后人人查得到的数值，如“12月5日福彩3D开奖号码”。定稿后公布快照，数值公布后再录入。',
    freeze: '定稿',
    cancel: '取消',
    done: '已定稿，证明已核验',
  },
  en: {
    title: 'Freeze, and say what ties are drawn by',
    source: 'Which public value of later decides',
    hint: 'One that nobody knows now and everybody can look up later, such as lottery numbers of a given day. Publish the snapshot now; enter the value once it is known.',
    freeze: 'Freeze',
    cancel: 'Cancel',
    done: 'Frozen, and the proof is checked',
  },
});

/** Freezes a round whose ties will be drawn. */
export function FreezeModal({ round, onClose }: { readonly round: RoundView; readonly onClose: () => void }) {
  const t = useWords();
  const id = useId();
  const [drawSource, setDrawSource] = useState('');
  const freeze = useAct(freezeRound, touchedByRound, t('done'), true);
  return (
    <Modal
      open
      title={t('title')}
      okText={t('freeze')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: drawSource.trim().length < 4 }}
      confirmLoading={freeze.pending}
      onOk={() => freeze.act({ params: { roundId: round.id }, body: { drawSource }, ifMatch: round.version }, onClose)}
      onCancel={onClose}
    >
      <Field label={t('source')} htmlFor={id} pointer="/drawSource" error={freeze.error} hint={t('hint')}>
        <Input id={id} maxLength={300} value={drawSource} onChange={({ target }) => setDrawSource(target.value)} />
      </Field>
      <FormProblem error={freeze.error} fields={['/drawSource']} />
    </Modal>
  );
}
