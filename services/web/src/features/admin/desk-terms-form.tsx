import { changeDeskTerms, getDeskTerms, type DeskTerms } from '@duijie/contracts';
import { Button, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { useCall } from '../../api/use-call';
import { Field, FormProblem } from '../../kit/form-problem';
import { Section } from '../../kit/section';
import { useAct } from '../../kit/use-act';
import { defineWords } from '../../words/define-words';
import './admin.css';

const useWords = defineWords('desk-terms', {
  zh: {
    title: '待办时限(天)',
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
  return data ? <Terms key={data.version} terms={data} mayChange={mayChange} /> : null;
}

function Terms({ terms, mayChange }: { readonly terms: DeskTerms; readonly mayChange: boolean }) {
  const t = useWords();
  const id = useId();
  const [draft, setDraft] = useState(terms);
  const save = useAct(changeDeskTerms, [getDeskTerms], t('saved'), true);
  return (
    <Section title={t('title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const { version: ifMatch, ...body } = draft;
          save.act({ body, ifMatch });
        }}
      >
        <div className="admin-fields">
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
          <Button htmlType="submit" loading={save.pending}>
            {t('save')}
          </Button>
        ) : null}
      </form>
    </Section>
  );
}
