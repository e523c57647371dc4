import { downloadAgreementFile, type AgreementView } from '@duijie/contracts';
import { useState } from 'react';
import { SaveFile } from '../../kit/save-file';
import { Section } from '../../kit/section';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { filePurposes } from './agreement-states';
import { FilesToAdd } from './files-to-add';

const useWords = defineWords('agreement-files', {
  zh: { title: '材料', none: '没有材料', add: '添加材料' },
  en: { title: 'Files', none: 'No files', add: 'Add files' },
});

/** All files of an agreement; either side adds more. */
export function FilesSection({ agreement }: { readonly agreement: AgreementView }) {
  const t = useWords();
  const { say } = useLanguage();
  const [ids, setIds] = useState<readonly string[]>([]);
  const adds = agreement.you !== 'officer' && agreement.state !== 'cancelled';
  return (
    <Section title={t('title')}>
      {agreement.files.length === 0 ? <p className="muted">{t('none')}</p> : null}
      <ul className="kit-plain-list">
        {agreement.files.map(({ id, fileName, purpose }) => (
          <li key={id} className="kit-row">
            <span className="muted">{say(filePurposes[purpose])}</span>
            <SaveFile
              size="small"
              type="link"
              contract={downloadAgreementFile}
              input={{ params: { agreementId: agreement.id, fileId: id } }}
              label={fileName}
              fileName={fileName}
            />
          </li>
        ))}
      </ul>
      {adds ? <FilesToAdd agreement={agreement} purpose="other" label={t('add')} ids={ids} onChange={setIds} /> : null}
    </Section>
  );
}
