import { DeleteOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { FilePick } from '../../../kit/file-pick';
import { defineWords } from '../../../words/define-words';
import type { ResponseDrafting } from './use-response-draft';

const useWords = defineWords('documents-part', {
  zh: { add: '上传文件', none: '不是必需。方案、资质、案例等都可以上传。', remove: '移除 {{name}}' },
  en: {
    add: 'Add a file',
    none: 'Not required. Plans, certificates, earlier work are welcome.',
    remove: 'Remove {{name}}',
  },
});

/** Files of a response; each is sent at once. */
export function DocumentsPart({ drafting }: { readonly drafting: ResponseDrafting }) {
  const t = useWords();
  const { documents, busy, addFile, removeFile } = drafting;
  return (
    <>
      {documents.length === 0 ? <p className="muted">{t('none')}</p> : null}
      <ul className="kit-plain-list">
        {documents.map(({ id, fileName }) => (
          <li key={id} className="kit-row">
            <PaperClipOutlined aria-hidden />
            {fileName}
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('remove', { name: fileName })}
              disabled={busy}
              onClick={() => void removeFile(id)}
            />
          </li>
        ))}
      </ul>
      <FilePick label={t('add')} loading={busy} onPick={(file) => void addFile(file)} />
    </>
  );
}
