import { listCommunities, listDistricts, listSubdistricts, type CommunityView } from '@duijie/contracts';
import { Select } from 'antd';
import { useId } from 'react';
import { useCall, usePages } from '../api/use-call';
import { Field } from './form-problem';
import { defineWords } from '../words/define-words';

const useWords = defineWords('place-selects', {
  zh: { district: '区（市）县', subdistrict: '街道（镇）', community: '村（社区）', none: '未填' },
  en: { district: 'District', subdistrict: 'Subdistrict', community: 'Community', none: 'Not given' },
});

export interface ChosenPlace {
  readonly district: string | null;
  readonly subdistrict: string | null;
  readonly community: string | null;
}

/** District, subdistrict and community, each within the one before it. @param depth how many of them are asked for */
export function PlaceSelects({
  value,
  depth,
  disabled,
  hint,
  error,
  onChange,
}: {
  readonly value: ChosenPlace;
  readonly depth: 1 | 2 | 3;
  readonly disabled: boolean;
  readonly hint: string | undefined;
  readonly error: Error | null;
  readonly onChange: (place: ChosenPlace) => void;
}) {
  const t = useWords();
  const id = useId();
  const districts = useCall(listDistricts, {}).data?.items ?? [];
  const district = districts.find(({ name }) => name === value.district);
  const streets = useCall(
    listSubdistricts,
    { params: { districtCode: district?.code ?? '' } },
    { enabled: depth > 1 && district !== undefined },
  );
  const subdistricts = streets.data?.items ?? [];
  const subdistrict = subdistricts.find(({ name }) => name === value.subdistrict);
  const found = usePages<typeof listCommunities, CommunityView>(
    listCommunities,
    { params: { subdistrictCode: subdistrict?.code ?? '' }, query: { limit: 100 } },
    { enabled: depth > 2 && subdistrict !== undefined },
  );
  const asked = [
    {
      key: 'district',
      names: districts.map(({ name }) => name),
      put: (name: string | null) => ({ district: name, subdistrict: null, community: null }),
    },
    {
      key: 'subdistrict',
      names: subdistricts.map(({ name }) => name),
      put: (name: string | null) => ({ ...value, subdistrict: name, community: null }),
    },
    {
      key: 'community',
      names: found.items.map(({ shortName }) => shortName),
      put: (name: string | null) => ({ ...value, community: name }),
    },
  ] as const;
  return (
    <div className="kit-fields">
      {asked.slice(0, depth).map(({ key, names, put }, at) => (
        <Field
          key={key}
          label={t(key)}
          htmlFor={`${id}-${key}`}
          error={error}
          pointer={`/${key}`}
          hint={at === 0 ? hint : undefined}
        >
          <Select<string>
            id={`${id}-${key}`}
            style={{ width: '100%' }}
            showSearch
            disabled={disabled}
            value={value[key] ?? ''}
            options={[
              { value: '', label: t('none') },
              // What is written stays a choice, also where the list of places does not know it.
              ...[...new Set([...names, ...(value[key] === null ? [] : [value[key]])])].map((name) => ({
                value: name,
                label: name,
              })),
            ]}
            onChange={(name) => onChange(put(name === '' ? null : name))}
          />
        </Field>
      ))}
    </div>
  );
}
