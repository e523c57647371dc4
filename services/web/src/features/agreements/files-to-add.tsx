import { PaperClipOutlined } from '@ant-design/icons';
import { addAgreementFile, getAgreement, type AgreementView } from '@duijie/contracts';
import { FilePick } from '../../kit/file-pick';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';

const useWords = defineWords('files-to-add', { zh: { add: '上传文件' }, en: { add: 'Add a file' } });

/** Files that go with something done to an agreement; each is sent at once. */
export function FilesToAdd({
  agreement,
  purpose,
  label,
  ids,
  onChange,
}: {
  readonly agreement: AgreementView;
  readonly purpose: 'delivery' | 'acceptance' | 'payment' | 'other';
  readonly label: string;
  readonly ids: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}) {
  const t = useWords();
  const add = useAct(addAgreementFile, [getAgreement]);
  const pick = (file: File): void => {
    const before = new Set(agreement.files.map(({ id }) => id));
    add.act(
      {
        params: { agreementId: agreement.id },
        body: { purpose },
        file: { name: file.name, content: file },
      },
      ({ files }) => onChange([...ids, ...files.filter(({ id }) => !before.has(id)).map(({ id }) => id)]),
    );
  };
  return (
    <fieldset className="kit-field">
      <legend>{label}</legend>
      <ul className="kit-plain-list">
        {agreement.files
          .filter(({ id }) => ids.includes(id))
          .map(({ id, fileName }) => (
            <li key={id}>
              <PaperClipOutlined aria-hidden /> {fileName}
            </li>
          ))}
      </ul>
      <FilePick label={t('add')} loading={add.pending} onPick={pick} />
    </fieldset>
  );
}
