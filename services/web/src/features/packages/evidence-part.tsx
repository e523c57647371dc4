import {
  addPackageFile,
  addPackageLink,
  downloadPackageFile,
  getPackage,
  removePackageEvidence,
  type PackageView,
} from '@duijie/contracts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { FilePick } from '../../kit/file-pick';
import { FormProblem } from '../../kit/form-problem';
import { SaveFile } from '../../kit/save-file';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('evidence', {
  zh: {
    none: '还没有证明材料',
    add: '上传协议、获奖等文件',
    link: '案例链接',
    name: '链接标题',
    url: 'https://…',
    addLink: '添加链接',
    remove: '移除 {{title}}',
  },
  en: {
    none: 'No evidence yet',
    add: 'Add a file (agreement, award …)',
    link: 'Link to earlier work',
    name: 'Title of the link',
    url: 'https://…',
    addLink: 'Add the link',
    remove: 'Remove {{title}}',
  },
});

/** Proof of earlier work. @param edits whether it may be added to */
export function EvidencePart({ pack, edits }: { readonly pack: PackageView; readonly edits: boolean }) {
  const t = useWords();
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const file = useAct(addPackageFile, [getPackage]);
  const link = useAct(addPackageLink, [getPackage], undefined, true);
  const remove = useAct(removePackageEvidence, [getPackage]);
  const params = { packageId: pack.id };
  return (
    <>
      {pack.evidence.length === 0 ? <p className="muted">{t('none')}</p> : null}
      <ul className="kit-plain-list">
        {pack.evidence.map((one) => (
          <li key={one.id} className="kit-row">
            {one.type === 'link' ? (
              <a href={one.url} target="_blank" rel="noreferrer noopener">
                {one.title}
              </a>
            ) : (
              <SaveFile
                size="small"
                type="link"
                contract={downloadPackageFile}
                input={{ params: { ...params, evidenceId: one.id } }}
                label={one.title}
                fileName={one.fileName}
              />
            )}
            {edits ? (
              <Button
                size="small"
                type="text"
                aria-label={t('remove', { title: one.title })}
                onClick={() => remove.act({ params: { ...params, evidenceId: one.id }, ifMatch: pack.version })}
              >
                ×
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {edits ? (
        <>
          <FilePick
            label={t('add')}
            loading={file.pending}
            onPick={(picked) => file.act({ params, body: {}, file: { name: picked.name, content: picked } })}
          />
          <FormProblem error={link.error} fields={[]} />
          <div className="kit-row" style={{ marginTop: 8 }}>
            <Input
              aria-label={t('name')}
              placeholder={t('name')}
              style={{ width: 200 }}
              maxLength={120}
              value={title}
              onChange={({ target }) => setTitle(target.value)}
            />
            <Input
              aria-label={t('link')}
              placeholder={t('url')}
              type="url"
              style={{ width: 'min(320px, 100%)' }}
              value={url}
              onChange={({ target }) => setUrl(target.value)}
            />
            <Button
              loading={link.pending}
              disabled={title.trim() === '' || url.trim() === ''}
              onClick={() =>
                link.act({ params, body: { title, url } }, () => {
                  setTitle('');
                  setUrl('');
                })
              }
            >
              {t('addLink')}
            </Button>
          </div>
        </>
      ) : null}
    </>
  );
}
