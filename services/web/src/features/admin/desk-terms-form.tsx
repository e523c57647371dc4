import { changeDeskTerms, getDeskTerms, type DeskTerms } from '@duijie/contracts';
import { App, Button, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../api/client';
import { useCall } from '../../api/use-call';
import { useChange } from '../../api/use-change';
import { useConflict } from '../../kit/conflict/use-conflict';
import { Field, FormProblem } from '../../kit/form-problem';
import { Section } from '../../kit/section';
import { defineWords } from '../../words/define-words';
import './admin.css';

const useWords = defineWords('desk-terms', {
  zh: {
    title: '待办时限（天）',
    answerDays: '推介后多久没回应就催',
    decideDays: '截止后多久没确定就催',
    screenDays: '审核应在几天内',
    careDays: '新需求应在几天内有人管',
    callAgainDays: '未接通后几天再打',
    save: '保存',
    saved: '已保存',
  },
  en: {
    title: 'Terms of the queue (days)',
    answerDays: 'Introduced and no answer',
    decideDays: 'Deadline passed and no decision',
    screenDays: 'To screen a need',
    careDays: 'To look after a new need',
    callAgainDays: 'To call again after no answer',
    save: 'Save',
    saved: 'Saved',
  },
});
const keys = ['answerDays', 'decideDays', 'screenDays', 'careDays', 'callAgainDays'] as const;

/** After how many days something comes to the broker's queue. */
export function DeskTermsForm({ mayChange }: { readonly mayChange: boolean }) {
  const { data } = useCall(getDeskTerms, {});
  const [first, setFirst] = useState<DeskTerms | null>(null);
  // What is read anew while somebody types neither drops the typed nor becomes what it began with.
  if (data && first === null) setFirst(data);
  return first ? <Terms terms={first} onSaved={setFirst} mayChange={mayChange} /> : null;
}

function Terms({
  terms,
  onSaved,
  mayChange,
}: {
  readonly terms: DeskTerms;
  readonly onSaved: (terms: DeskTerms) => void;
  readonly mayChange: boolean;
}) {
  const t = useWords();
  const id = useId();
  const { message } = App.useApp();
  const [draft, setDraft] = useState(terms);
  const save = useChange(changeDeskTerms, [getDeskTerms]);
  const conflict = useConflict<DeskTerms>(
    keys.map((key) => ({ key, label: t(key) })),
    async () => {
      const newest = await api().call(getDeskTerms, {});
      return { value: newest, version: newest.version };
    },
  );
  const submit = async (): Promise<void> => {
    try {
      const saved = await conflict.save(
        { value: terms, version: terms.version },
        draft,
        ({ version: _version, ...body }, ifMatch) => save.mutateAsync({ body, ifMatch }),
        setDraft,
      );
      onSaved(saved);
      void message.success(t('saved'));
    } catch {
      // Shown at the fields, by `save.error`.
    }
  };
  return (
    <Section title={t('title')}>
      {conflict.dialog}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className="kit-fields">
          {keys.map((key) => (
            <Field key={key} label={t(key)} htmlFor={id + key} pointer={`/${key}`} error={save.error}>
              <InputNumber
                id={id + key}
                min={0}
                max={90}
                precision={0}
                disabled={!mayChange}
                value={draft[key]}
                onChange={(value) => setDraft({ ...draft, [key]: value ?? 0 })}
              />
            </Field>
          ))}
        </div>
        <FormProblem error={save.error} fields={keys.map((key) => `/${key}`)} />
        {mayChange ? (
          <Button htmlType="submit" loading={save.isPending}>
            {t('save')}
          </Button>
        ) : null}
      </form>
    </Section>
  );
}
