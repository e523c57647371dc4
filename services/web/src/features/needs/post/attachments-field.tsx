import { addNeedAttachment, downloadNeedAttachment, removeNeedAttachment, type NeedView } from '@duijie/contracts';
import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { FilePick } from '../../../kit/file-pick';
import { Field } from '../../../kit/form-problem';
import { SaveFile } from '../../../kit/save-file';
import { useAct } from '../../../kit/use-act';
import { defineWords } from '../../../words/define-words';
import { touchedByNeed } from '../touched';
import type { Draft } from './use-draft';

const useWords = defineWords('need-attachments-field', {
  zh: {
    label: '附件',
    hint: '现场照片、图纸、清单等，最多 30 个。发布后不能再移除',
    fixed: '已经发布的附件不能移除',
    add: '添加附件',
    private: '不公开，只给本单位、街道和协会看',
    closed: '不公开',
    remove: '移除{{name}}',
    sure: '移除这个附件？',
    scan: '它是决策依据的扫描件，移除后依据只留日期',
    yes: '移除',
    no: '留着',
    added: '附件已上传',
    removed: '附件已移除',
  },
  en: {
    label: 'Files',
    hint: 'Photographs, plans, lists; 30 at most. What is published cannot be removed',
    fixed: 'What was published cannot be removed',
    add: 'Add a file',
    private: 'Not public: for your organisation, the subdistrict and the association only',
    closed: 'not public',
    remove: 'Remove {{name}}',
    sure: 'Remove this file?',
    scan: 'It is the scan of the decision basis, of which the day alone then remains',
    yes: 'Remove',
    no: 'Keep',
    added: 'The file was uploaded',
    removed: 'The file was removed',
  },
});
const most = 30;

/** Files of a need: added at any time, removed before it is published. */
export function AttachmentsField({ draft, view }: { readonly draft: Draft; readonly view: NeedView }) {
  const t = useWords();
  const [closed, setClosed] = useState(false);
  const upload = useAct(addNeedAttachment, touchedByNeed, t('added'));
  const remove = useAct(removeNeedAttachment, touchedByNeed, t('removed'));
  const removable = view.state === 'draft' || view.state === 'returned';
  const basis = draft.entered.decisionBasis === undefined ? view.decisionBasis : draft.entered.decisionBasis;
  const params = { needId: view.id };
  const pick = async (file: File): Promise<void> => {
    // What is public is changed by its button alone.
    if (draft.savesItself && !(await draft.flush())) return;
    upload.act(
      { params, body: { private: closed ? 'true' : 'false' }, file: { name: file.name, content: file } },
      draft.take,
    );
  };
  const takeAway = async (attachmentId: string): Promise<void> => {
    if (!(await draft.flush())) return;
    const { version } = draft.latest() ?? view;
    remove.act({ params: { ...params, attachmentId }, ifMatch: version }, (answer) => {
      draft.take(answer);
      // What was entered here goes before the answer: it must not name the file again.
      if (basis?.attachmentId === attachmentId) draft.change({ decisionBasis: { ...basis, attachmentId: null } });
    });
  };
  return (
    <Field label={t('label')} error={draft.error} pointer="/attachments" hint={t(removable ? 'hint' : 'fixed')}>
      <ul className="kit-plain-list">
        {view.attachments.map((file) => (
          <li key={file.id} className="kit-row">
            <SaveFile
              type="text"
              contract={downloadNeedAttachment}
              input={{ params: { ...params, attachmentId: file.id } }}
              label={file.title}
              fileName={file.fileName}
            />
            {file.private ? <Tag>{t('closed')}</Tag> : null}
            {removable ? (
              <Popconfirm
                title={t('sure')}
                description={file.id === basis?.attachmentId ? t('scan') : undefined}
                okText={t('yes')}
                cancelText={t('no')}
                onConfirm={() => void takeAway(file.id)}
              >
                <Button
                  type="text"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={t('remove', { name: file.title })}
                  disabled={remove.pending}
                />
              </Popconfirm>
            ) : null}
          </li>
        ))}
      </ul>
      {view.attachments.length < most ? (
        <div className="kit-row">
          <FilePick label={t('add')} loading={upload.pending} onPick={(file) => void pick(file)} />
          <Checkbox checked={closed} onChange={({ target }) => setClosed(target.checked)}>
            {t('private')}
          </Checkbox>
        </div>
      ) : null}
    </Field>
  );
}
