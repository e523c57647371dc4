import { listCommunities, listDistricts, listSubdistricts, type CommunityView } from '@duijie/contracts';
import { Select } from 'antd';
import { useCall, usePages } from '../../api/use-call';

/** The communities that a compound touches, of its subdistrict; one that the list of places does not know is typed. */
export function CommunitiesSelect({
  id,
  district,
  subdistrict,
  value,
  onChange,
}: {
  readonly id: string;
  readonly district: string | null;
  readonly subdistrict: string | null;
  readonly value: readonly string[];
  readonly onChange: (names: string[]) => void;
}) {
  const districts = useCall(listDistricts, {}).data?.items ?? [];
  const districtCode = districts.find(({ name }) => name === district)?.code ?? '';
  const streets = useCall(listSubdistricts, { params: { districtCode } }, { enabled: districtCode !== '' });
  const subdistrictCode = (streets.data?.items ?? []).find(({ name }) => name === subdistrict)?.code ?? '';
  const found = usePages<typeof listCommunities, CommunityView>(
    listCommunities,
    { params: { subdistrictCode }, query: { limit: 100 } },
    { enabled: subdistrictCode !== '' },
  );
  // What is written stays a choice, also where the list of places does not know it.
  const names = [...new Set([...found.items.map(({ shortName }) => shortName), ...value])];
  return (
    <Select<string[]>
      id={id}
      style={{ width: '100%' }}
      mode="tags"
      maxCount={8}
      disabled={subdistrict === null}
      loading={found.isFetching}
      value={[...value]}
      options={names.map((name) => ({ value: name, label: name }))}
      onChange={onChange}
    />
  );
}
