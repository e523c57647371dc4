import { listDistricts, type RuleFacts } from '@duijie/contracts';
import { Select } from 'antd';
import { useId } from 'react';
import { useCall } from '../../../api/use-call';
import { Field } from '../../../kit/form-problem';
import { useLanguage } from '../../../words/language';
import { nameOf } from './rule-words';

type Place = RuleFacts['jurisdiction'];
const country: Place = { code: 'CN', zh: '全国' };

/** Where a rule holds: the country, the city, or one district with a code of its own. A more local rule goes before the wider one. */
export function PlaceOfRule({
  value,
  error,
  onChange,
}: {
  readonly value: Place | undefined;
  readonly error: Error | null;
  readonly onChange: (place: Place) => void;
}) {
  const { say } = useLanguage();
  const id = useId();
  const { data } = useCall(listDistricts, {});
  const known: readonly Place[] = [
    country,
    ...(data ? [{ code: data.city.code, zh: data.city.name }] : []),
    ...(data?.items ?? []).filter(({ managing }) => !managing).map(({ code, name }) => ({ code, zh: name })),
  ];
  const places = value === undefined || known.some(({ code }) => code === value.code) ? known : [value, ...known];
  const label = nameOf(['jurisdiction']);
  return (
    <Field label={label ? say(label) : ''} htmlFor={id} error={error} pointer="/jurisdiction">
      <Select<string>
        id={id}
        style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }}
        {...(value === undefined ? {} : { value: value.code })}
        options={places.map(({ code, zh }) => ({ value: code, label: zh }))}
        onChange={(code) => {
          const chosen = places.find((one) => one.code === code);
          if (chosen) onChange(chosen);
        }}
      />
    </Field>
  );
}
