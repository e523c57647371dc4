import { addNeedAttachment, getNeed, type DecisionBasis, type NeedView } from '@duijie/contracts';
import { codesOf } from '@duijie/domain-kit';
import { Input, Select, Tag } from 'antd';
import { useId, useState } from 'react';
import { FilePick } from '../../../kit/file-pick';
import { Field } from '../../../kit/form-problem';
import { useAct } from '../../../kit/use-act';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';
import { decisionBasisWords } from '../../../kit/decision-basis-kinds';
import type { Draft } from './use-draft';

const useWords = defineWords('need-basis-field', {
  zh: {
    label: '决策依据',
    hint: '谁、哪天作出的决定；扫描件可以后补',
    kind: '依据种类',
    day: '决定日期',
    note: '文号或说明（可不填）',
    scan: '上传扫描件',
    given: '已上传：{{name}}',
    publishing: '发布前须有',
    deciding: '确定承接方前须有',
    there: '已有',
    added: '扫描件已上传',
    first: '先选种类和日期，再上传扫描件',
  },
  en: {
    label: 'Decision basis',
    hint: 'Who decided, and when; the scan may follow',
    kind: 'Kind',
    day: 'Decided on',
    note: 'Number or note (optional)',
    scan: 'Upload the scan',
    given: 'Uploaded: {{name}}',
    publishing: 'before publication',
    deciding: 'before deciding',
    there: 'given',
    added: 'The scan was uploaded',
    first: 'Choose kind and day, then upload the scan',
  },
});

/** What entitles the poster to decide: which bases rules ask for, and the one that is given. */
export function BasisField({ draft, view }: { readonly draft: Draft; readonly view: NeedView }) {
  const t = useWords();
  const { say } = useLanguage();
  const id = useId();
  const upload = useAct(addNeedAttachment, [getNeed], t('added'));
  const basis = draft.entered.decisionBasis === undefined ? view.decisionBasis : draft.entered.decisionBasis;
  /** Chosen before there is a day, without which nothing is kept. */
  const [picked, setPicked] = useState<DecisionBasis['kind'] | null>(null);
  const kind = basis?.kind ?? picked ?? view.askedBases[0]?.kind ?? 'council_resolution';
  const give = (part: Partial<DecisionBasis>): void => {
    const next = { kind, decidedOn: '', attachmentId: null, note: null, ...basis, ...part };
    if (next.decidedOn !== '') draft.change({ decisionBasis: next });
  };
  const scan = view.attachments.find((file) => file.id === basis?.attachmentId);
  const pick = async (file: File): Promise<void> => {
    if (!(await draft.flush())) return;
    const known = new Set(view.attachments.map((one) => one.id));
    upload.act({ params: { needId: view.id }, body: {}, file: { name: file.name, content: file } }, (answer) => {
      draft.take(answer);
      const added = answer.attachments.find((one) => !known.has(one.id));
      if (added) give({ attachmentId: added.id });
    });
  };
  return (
    <Field label={t('label')} error={draft.error} pointer="/decisionBasis" hint={t('hint')}>
      {view.askedBases.map((asked) => (
        <div key={asked.ruleId} className="kit-row">
          <Tag color={asked.given ? 'success' : 'warning'}>{asked.given ? t('there') : t(asked.gate)}</Tag>
          <span>{say(asked)}</span>
          {asked.source ? <span className="muted">{asked.source}</span> : null}
        </div>
      ))}
      <div className="kit-row" style={{ marginTop: 6 }}>
        <Select
          aria-label={t('kind')}
          style={{ minWidth: 180 }}
          value={kind}
          options={codesOf(decisionBasisWords).map((code) => ({ value: code, label: say(decisionBasisWords[code]) }))}
          onChange={(chosen) => {
            setPicked(chosen);
            give({ kind: chosen });
          }}
        />
        <label>
          <span className="muted">{t('day')} </span>
          <Input
            type="date"
            style={{ width: 160 }}
            value={basis?.decidedOn ?? ''}
            onChange={({ target }) => give({ decidedOn: target.value })}
          />
        </label>
        <FilePick
          label={t('scan')}
          loading={upload.pending}
          disabled={basis === null}
          onPick={(file) => void pick(file)}
        />
      </div>
      {scan ? <div className="kit-hint">{t('given', { name: scan.fileName })}</div> : null}
      {basis === null ? <div className="kit-hint">{t('first')}</div> : null}
      {basis ? (
        <Input
          id={`${id}-note`}
          aria-label={t('note')}
          placeholder={t('note')}
          style={{ marginTop: 6 }}
          maxLength={200}
          value={basis.note ?? ''}
          onChange={({ target }) => give({ note: target.value.trim() === '' ? null : target.value })}
        />
      ) : null}
    </Field>
  );
}
