import { listCompounds, type CompoundSummary, type NeedPlaceInput } from '@duijie/contracts';
import { AutoComplete } from 'antd';
import { useId, useState } from 'react';
import { useCall } from '../../../api/use-call';
import { Field } from '../../../kit/form-problem';
import { useSession } from '../../../session/session';
import { defineWords } from '../../../words/define-words';

const useWords = defineWords('need-place-field', {
  zh: {
    label: '在哪里',
    own: '{{place}}。只涉及一个小区（院落）时再填，可不填',
    compound: '小区（院落）名称，可不填',
    households: '{{n}} 户',
  },
  en: {
    label: 'Where',
    own: '{{place}}. Name a compound only if it is about one',
    compound: 'Compound (optional)',
    households: '{{n}} households',
  },
});

/** Where: the own place unless a compound is named. @param home the place as it stands, for people */
export function PlaceField({
  home,
  compound,
  error,
  onChange,
}: {
  readonly home: string;
  readonly compound: string;
  readonly error: Error | null;
  readonly onChange: (place: NeedPlaceInput) => void;
}) {
  const t = useWords();
  const id = useId();
  const { me } = useSession();
  const acting = me?.actingFor ?? null;
  const [name, setName] = useState(compound);
  // What was not touched here follows what is known elsewhere: a kept draft, a place that the words named.
  const [seen, setSeen] = useState(compound);
  if (seen !== compound) {
    setSeen(compound);
    if (name.trim() === seen) setName(compound);
  }
  const asked = name.trim();
  const found = useCall(
    listCompounds,
    {
      query: {
        limit: 20,
        ...(acting?.district ? { district: acting.district } : {}),
        ...(acting?.subdistrict ? { subdistrict: acting.subdistrict } : {}),
        ...(asked === '' ? {} : { name: asked }),
      },
    },
    { enabled: acting?.district !== null && acting !== null },
  );
  const compounds: readonly CompoundSummary[] = found.data?.items ?? [];
  const enter = (text: string): void => {
    setName(text);
    const named = text.trim();
    const known = compounds.find((one) => one.name === named);
    onChange(known ? { compoundId: known.id } : named === '' ? {} : { compound: named });
  };
  return (
    <Field label={t('label')} htmlFor={id} error={error} pointer="/place" hint={t('own', { place: home })}>
      <AutoComplete
        id={id}
        style={{ width: '100%' }}
        value={name}
        placeholder={t('compound')}
        options={compounds.map((one) => ({
          value: one.name,
          label: one.households === null ? one.name : `${one.name} · ${t('households', { n: one.households })}`,
        }))}
        onChange={(text: string | undefined) => enter(text ?? '')}
        allowClear
      />
    </Field>
  );
}
