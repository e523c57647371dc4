import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select, Switch } from 'antd';
import { useId, type ReactNode } from 'react';
import { Field } from '../../../kit/form-problem';
import { LeafTree } from '../../../kit/leaf-tree';
import { YuanInput } from '../../../kit/yuan-input';
import { defineWords } from '../../../words/define-words';
import { useLanguage } from '../../../words/language';
import { blanksOf, isBlank, type FormField } from './form-fields';
import { hintOf, nameOf, optionOf } from './rule-words';

const useWords = defineWords('rule-value', {
  zh: { add: '加一条', remove: '删去第 {{n}} 条', row: '第 {{n}} 条', none: '不填' },
  en: { add: 'Add one', remove: 'Remove number {{n}}', row: 'Number {{n}}', none: 'Not given' },
});
/** A text longer than this is asked for in several lines. */
const longFrom = 100;
type Values = Readonly<Record<string, unknown>>;
const valuesOf = (value: unknown): Values => (typeof value === 'object' && value !== null ? (value as Values) : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/**
 * One field of a rule, asked for as its contract describes it, with its fault beside it.
 * @param way names from the rule to the field, rows left out @param pointer JSON pointer of the field
 */
export function ValueField({
  field,
  way,
  pointer,
  value,
  error,
  disabled,
  onChange,
}: {
  readonly field: FormField;
  readonly way: readonly string[];
  readonly pointer: string;
  readonly value: unknown;
  readonly error: Error | null;
  readonly disabled: boolean;
  readonly onChange: (value: unknown) => void;
}) {
  const t = useWords();
  const { say } = useLanguage();
  const id = useId();
  const words = nameOf(way);
  const label = words ? say(words) : field.name;
  const hint = hintOf(way);
  const asked = (control: ReactNode): ReactNode => (
    <Field label={label} htmlFor={id} hint={hint ? say(hint) : undefined} error={error} pointer={pointer}>
      {control}
    </Field>
  );
  const optionsOf = (codes: readonly string[]) =>
    codes.map((code) => ({ value: code, label: say(optionOf(way, code) ?? { zh: code, en: code }) }));
  const within = (fields: readonly FormField[], at: string, now: Values, put: (next: Values) => void): ReactNode =>
    fields.map((one) => (
      <ValueField
        key={one.name}
        field={one}
        way={[...way, one.name]}
        pointer={`${at}/${one.name}`}
        value={now[one.name]}
        error={error}
        disabled={disabled}
        onChange={(next) => put({ ...now, [one.name]: next })}
      />
    ));
  switch (field.control) {
    case 'text': {
      const given = { id, maxLength: field.maxLength, disabled, value: textOf(value) };
      const put = (text: string): void => onChange(field.nullable && text.trim() === '' ? null : text);
      return asked(
        field.maxLength > longFrom ? (
          <Input.TextArea
            {...given}
            autoSize={{ minRows: 1, maxRows: 6 }}
            onChange={({ target }) => put(target.value)}
          />
        ) : (
          <Input {...given} onChange={({ target }) => put(target.value)} />
        ),
      );
    }
    case 'day':
      return asked(
        <Input
          id={id}
          type="date"
          disabled={disabled}
          value={textOf(value)}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
        />,
      );
    case 'number':
      return asked(
        <InputNumber
          id={id}
          style={{ width: '100%' }}
          min={field.min}
          max={field.max}
          precision={0}
          disabled={disabled}
          value={numberOf(value)}
          onChange={(next) => onChange(next ?? (field.nullable ? null : field.min))}
        />,
      );
    case 'yuan':
      return asked(
        <YuanInput
          id={id}
          disabled={disabled}
          value={numberOf(value)}
          onChange={(fen) => onChange(fen ?? (field.nullable ? null : 0))}
        />,
      );
    case 'switch':
      return asked(<Switch id={id} disabled={disabled} checked={value === true} onChange={onChange} />);
    case 'choice':
      return asked(
        <Select<string>
          id={id}
          style={{ width: '100%' }}
          disabled={disabled}
          value={textOf(value) || (field.optional ? (field.options[0] ?? '') : '')}
          options={[...(field.nullable ? [{ value: '', label: t('none') }] : []), ...optionsOf(field.options)]}
          onChange={(next) => onChange(next === '' ? null : next)}
        />,
      );
    case 'choices':
      return asked(
        <Select<string[]>
          id={id}
          mode="multiple"
          style={{ width: '100%' }}
          disabled={disabled}
          maxCount={field.most}
          value={listOf(value).map(textOf)}
          options={optionsOf(field.options)}
          onChange={onChange}
        />,
      );
    case 'leaves':
      return asked(
        <LeafTree
          id={id}
          most={field.most}
          value={listOf(value).map(textOf)}
          onChange={(codes) => onChange(codes.filter((code) => !code.startsWith('group:')))}
        />,
      );
    case 'group':
      return (
        <fieldset className="admin-group">
          <legend>{label}</legend>
          <div className="kit-fields">
            {within(
              field.fields,
              pointer,
              value === null || value === undefined ? blanksOf(field.fields) : valuesOf(value),
              (next) => onChange(field.nullable && isBlank(next) ? null : next),
            )}
          </div>
        </fieldset>
      );
    case 'rows': {
      const rows = listOf(value);
      return (
        <fieldset className="admin-group">
          <legend>{label}</legend>
          {rows.map((row, at) => (
            // Rows have no identity but their place: what is in them is being typed.
            // oxlint-disable-next-line react/no-array-index-key
            <fieldset key={at} className="admin-group" aria-label={t('row', { n: at + 1 })}>
              <div className="kit-fields">
                {within(field.fields, `${pointer}/${at}`, valuesOf(row), (next) =>
                  onChange(rows.map((one, index) => (index === at ? next : one))),
                )}
              </div>
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined aria-hidden />}
                onClick={() => onChange(rows.filter((_one, index) => index !== at))}
              >
                {t('remove', { n: at + 1 })}
              </Button>
            </fieldset>
          ))}
          <Button
            icon={<PlusOutlined aria-hidden />}
            disabled={rows.length >= field.most}
            onClick={() => onChange([...rows, blanksOf(field.fields)])}
          >
            {t('add')}
          </Button>
        </fieldset>
      );
    }
  }
}
