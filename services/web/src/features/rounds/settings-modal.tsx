import { changeRound, solveRound, type RoundView } from '@duijie/contracts';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { Field, FormProblem } from '../../kit/form-problem';
import { Modal } from '../../kit/modal';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import { SettingsFields } from './settings-fields';
import { touchedByRound } from './touched';

const useWords = defineWords('round-settings-modal', {
  zh: { title: '修改规则', name: '轮次名称', save: '保存并求解', cancel: '取消', done: '已按新规则求解' },
  en: {
    title: 'Change the rules',
    name: 'Name of the round',
    save: 'Save and solve',
    cancel: 'Cancel',
    done: 'Solved by the new rules',
  },
});

/** Changes the name and the rules of a round and solves it again. */
export function SettingsModal({ round, onClose }: { readonly round: RoundView; readonly onClose: () => void }) {
  const t = useWords();
  const id = useId();
  const [title, setTitle] = useState(round.title);
  const [settings, setSettings] = useState(round.settings);
  const change = useAct(changeRound, touchedByRound, undefined, true);
  const solve = useAct(solveRound, touchedByRound, t('done'), true);
  const save = (): void =>
    change.act({ params: { roundId: round.id }, body: { title, settings }, ifMatch: round.version }, (changed) =>
      solve.act({ params: { roundId: round.id }, ifMatch: changed.version }, onClose),
    );
  return (
    <Modal
      open
      title={t('title')}
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: title.trim().length < 2 }}
      confirmLoading={change.pending || solve.pending}
      onOk={save}
      onCancel={onClose}
    >
      <Field label={t('name')} htmlFor={id} pointer="/title" error={change.error}>
        <Input id={id} maxLength={120} value={title} onChange={({ target }) => setTitle(target.value)} />
      </Field>
      <SettingsFields value={settings} onChange={setSettings} />
      <FormProblem error={change.error ?? solve.error} fields={['/title']} />
    </Modal>
  );
}
