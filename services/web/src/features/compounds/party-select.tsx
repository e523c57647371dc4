import { getOrganisation, type OrganisationKind } from '@duijie/contracts';
import { useState } from 'react';
import { useCall } from '../../api/use-call';
import { OrganisationSelect, type ChosenOrganisation } from '../../kit/organisation-select';

/** A party of a compound, known by its id. */
export function PartySelect({
  id,
  label,
  value,
  kinds,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string | null;
  readonly kinds: readonly OrganisationKind[];
  readonly onChange: (organisationId: string | null) => void;
}) {
  const [chosen, setChosen] = useState<ChosenOrganisation | null>(null);
  const here = chosen?.id === value;
  const { data } = useCall(
    getOrganisation,
    { params: { organisationId: value ?? '' } },
    { enabled: value !== null && !here },
  );
  const shown = value === null ? null : here ? chosen : { id: value, name: data?.name ?? '…' };
  return (
    <OrganisationSelect
      id={id}
      label={label}
      kinds={kinds}
      value={shown}
      onChange={(one) => {
        setChosen(one);
        onChange(one?.id ?? null);
      }}
    />
  );
}
