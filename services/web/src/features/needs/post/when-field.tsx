import type { NeedInput } from '@duijie/contracts';
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { Field } from '../../../kit/form-problem';
import { defineWords } from '../../../words/define-words';

type NeedWindow = NonNullable<NeedInput['window']>;

const useWords = defineWords('need-when-field', {
  zh: { label: '什么时候要', soon: '尽快', days: '选日期', start: '从哪天', end: '到哪天（可不填）' },
  en: { label: 'When', soon: 'As soon as possible', days: 'Choose days', start: 'From', end: 'Until (optional)' },
});

/** When: as soon as possible, or days. */
export function WhenField({
  value,
  error,
  onChange,
}: {
  readonly value: NeedWindow;
  readonly error: Error | null;
  readonly onChange: (window: NeedWindow) => void;
}) {
  const t = useWords();
  const [asked, setAsked] = useState(false);
  const chosen = asked || value.start !== null || value.end !== null;
  return (
    <Field label={t('label')} error={error} pointer="/window">
      <Radio.Group
        aria-label={t('label')}
        optionType="button"
        value={chosen ? 'days' : 'soon'}
        options={(['soon', 'days'] as const).map((one) => ({ value: one, label: t(one) }))}
        onChange={({ target }: { target: { value?: string } }) => {
          setAsked(target.value === 'days');
          if (target.value === 'soon') onChange({ start: null, end: null });
        }}
      />
      {chosen ? (
        <div className="kit-row" style={{ marginTop: 8 }}>
          {(['start', 'end'] as const).map((one) => (
            <label key={one}>
              <span className="muted">{t(one)} </span>
              <Input
                type="date"
                style={{ width: 160 }}
                value={value[one] ?? ''}
                onChange={({ target }) => onChange({ ...value, [one]: target.value || null })}
              />
            </label>
          ))}
        </div>
      ) : null}
    </Field>
  );
}
