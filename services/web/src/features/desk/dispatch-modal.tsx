import { listDeskStaff, type DeskTaskView } from '@duijie/contracts';
import { Input, Radio, Skeleton, Space } from 'antd';
import { useId, useState } from 'react';
import { useCall } from '../../api/use-call';
import { Modal } from '../../kit/modal';
import { ProblemAlert } from '../../kit/problem-alert';
import { defineWords } from '../../words/define-words';
import { useTaskActs } from './use-task-acts';

const useWords = defineWords('dispatch', {
  zh: {
    title: '派给同事',
    give: '派出',
    cancel: '取消',
    tasks: '手上 {{n}} 件',
    away: '不在，由{{name}}代理',
    note: '说明（可不填）',
    whom: '派给谁',
  },
  en: {
    title: 'Give to a colleague',
    give: 'Give',
    cancel: 'Cancel',
    tasks: '{{n}} at hand',
    away: 'away, {{name}} stands in',
    note: 'Note (optional)',
    whom: 'To whom',
  },
});

/** Gives a task to a colleague (派单), with what each has at hand. */
export function DispatchModal({ task, onClose }: { readonly task: DeskTaskView; readonly onClose: () => void }) {
  const t = useWords();
  const id = useId();
  const staff = useCall(listDeskStaff, {});
  const { dispatch } = useTaskActs();
  const [personId, setPersonId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  return (
    <Modal
      open
      title={t('title')}
      okText={t('give')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: personId === null }}
      confirmLoading={dispatch.pending}
      onCancel={onClose}
      onOk={() => {
        if (personId === null) return;
        dispatch.act(
          { params: { taskId: task.id }, body: { personId, note: note.trim() || null }, ifMatch: task.version },
          onClose,
        );
      }}
    >
      <ProblemAlert error={staff.error ?? dispatch.error} />
      {staff.isPending ? <Skeleton active /> : null}
      <Radio.Group aria-label={t('whom')} value={personId} onChange={({ target }) => setPersonId(String(target.value))}>
        <Space orientation="vertical">
          {(staff.data?.items ?? []).map((person) => (
            <Radio key={person.personId} value={person.personId}>
              {person.name}{' '}
              <span className="muted">
                {t('tasks', { n: person.openTasks })}
                {person.absent ? ` · ${t('away', { name: person.absent.deputy.name })}` : ''}
              </span>
            </Radio>
          ))}
        </Space>
      </Radio.Group>
      <div style={{ marginTop: 12 }}>
        <label htmlFor={id}>{t('note')}</label>
        <Input id={id} maxLength={300} value={note} onChange={({ target }) => setNote(target.value)} />
      </div>
    </Modal>
  );
}
