import { listOrganisations, type OrganisationKind, type OrganisationSummary } from '@duijie/contracts';
import { organisationKinds } from '@duijie/domain-kit';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { usePages } from '../api/use-call';
import { defineWords } from '../words/define-words';
import { useLanguage } from '../words/language';

const useWords = defineWords('organisation-select', {
  zh: { placeholder: '输入机构名称的开头', none: '没有这样开头的机构' },
  en: { placeholder: 'Type the beginning of its name', none: 'No organisation begins so' },
});

/** An organisation as it was chosen. */
export interface ChosenOrganisation {
  readonly id: string;
  readonly name: string;
}

/** Chooses an organisation by the beginning of its name. @param kinds others are not offered */
export function OrganisationSelect({
  id,
  label,
  value,
  kinds,
  onChange,
}: {
  readonly id?: string;
  readonly label: string;
  readonly value: ChosenOrganisation | null;
  readonly kinds?: readonly OrganisationKind[];
  readonly onChange: (chosen: ChosenOrganisation | null) => void;
}) {
  const t = useWords();
  const { say } = useLanguage();
  const [typed, setTyped] = useState('');
  const name = useDeferredValue(typed.trim());
  const found = usePages<typeof listOrganisations, OrganisationSummary>(listOrganisations, {
    query: { limit: 30, ...(name === '' ? {} : { name }) },
  });
  const items = found.items.filter(({ kind }) => kinds === undefined || kinds.includes(kind));
  const options = items.map((item) => ({
    value: item.id,
    name: item.name,
    label: `${item.name} · ${say(organisationKinds[item.kind])}${item.district ? ` · ${item.district}` : ''}`,
  }));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      style={{ width: '100%' }}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('placeholder')}
      notFoundContent={found.isPending ? null : t('none')}
      loading={found.isFetching}
      value={value?.id ?? null}
      options={
        value && !options.some((option) => option.value === value.id)
          ? [{ value: value.id, name: value.name, label: value.name }, ...options]
          : options
      }
      onChange={(chosenId: string | undefined) => {
        const chosen = options.find((option) => option.value === chosenId);
        onChange(chosen ? { id: chosen.value, name: chosen.name } : null);
      }}
    />
  );
}
