import { listDistricts, type PackageView } from '@duijie/contracts';
import { InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { useCall } from '../../api/use-call';
import { TileMap } from '../../kit/tile-map';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';

const useWords = defineWords('area-field', {
  zh: {
    way: '怎么划定服务区域',
    city: '全市',
    districts: '按区（市）县',
    radius: '按距离',
    map: '服务的区（市）县',
    chosen: '已选：{{names}}',
    nothing: '还没选',
    centre: '以哪里为中心',
    km: '多少公里以内',
    unit: '公里',
    rough: '以区（市）县大致中心为准。',
  },
  en: {
    way: 'How the served area is drawn',
    city: 'Whole city',
    districts: 'By district',
    radius: 'By distance',
    map: 'Districts served',
    chosen: 'Chosen: {{names}}',
    nothing: 'none yet',
    centre: 'Around which district',
    km: 'Within how many kilometres',
    unit: 'km',
    rough: "Measured from the district's rough centre.",
  },
});
type Area = PackageView['serviceArea'];
type Way = 'city' | 'districts' | 'radius';

/** The served area: the whole city, districts on the tiles, or a distance around a district. */
export function AreaField({ value, onChange }: { readonly value: Area; readonly onChange: (area: Area) => void }) {
  const t = useWords();
  const { comma } = useLanguage();
  const { data } = useCall(listDistricts, {});
  const [way, setWay] = useState<Way>(value.radius ? 'radius' : value.districts.length > 0 ? 'districts' : 'city');
  const centre = data?.items.find(({ centre: one }) => one.lng === value.radius?.lng && one.lat === value.radius.lat);
  const choose = (next: Way): void => {
    setWay(next);
    if (next === 'city') onChange({ districts: [], radius: null });
    if (next === 'districts') onChange({ ...value, radius: null });
    const first = data?.items[0];
    if (next === 'radius' && first) onChange({ districts: [], radius: value.radius ?? { ...first.centre, km: 10 } });
  };
  const toggle = (name: string): void =>
    onChange({
      ...value,
      districts: value.districts.includes(name)
        ? value.districts.filter((one) => one !== name)
        : [...value.districts, name],
    });
  return (
    <>
      <Radio.Group
        aria-label={t('way')}
        value={way}
        onChange={({ target }) => choose(target.value as Way)}
        options={(['city', 'districts', 'radius'] as const).map((one) => ({ value: one, label: t(one) }))}
        style={{ marginBottom: 8 }}
      />
      {way === 'districts' ? (
        <>
          <TileMap label={t('map')} selected={value.districts} onToggle={toggle} />
          <div>{t('chosen', { names: value.districts.join(comma) || t('nothing') })}</div>
        </>
      ) : null}
      {way === 'radius' && value.radius ? (
        <div className="kit-row">
          <Select<string>
            aria-label={t('centre')}
            style={{ width: 160 }}
            value={centre?.name ?? null}
            placeholder={`${value.radius.lng}, ${value.radius.lat}`}
            options={(data?.items ?? []).map(({ name }) => ({ value: name, label: name }))}
            onChange={(name) => {
              const next = data?.items.find((one) => one.name === name);
              if (next && value.radius) onChange({ districts: [], radius: { ...next.centre, km: value.radius.km } });
            }}
          />
          <InputNumber
            aria-label={t('km')}
            min={0.1}
            max={200}
            suffix={t('unit')}
            value={value.radius.km}
            onChange={(km) => {
              if (km !== null && value.radius) onChange({ districts: [], radius: { ...value.radius, km } });
            }}
          />
          <span className="muted">{t('rough')}</span>
        </div>
      ) : null}
    </>
  );
}
