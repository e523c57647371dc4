import type { RoundSettings } from '@duijie/contracts';
import { Checkbox, InputNumber } from 'antd';
import { useId } from 'react';
import { defineWords } from '../../words/define-words';
import './rounds.css';

const useWords = defineWords('round-settings', {
  zh: {
    offersPerNeed: '每个需求最多推介几家',
    leastScore: '匹配分不低于',
    packagePlaces: '每个服务包最多几个需求（留空只看承接余量）',
    providerPlaces: '每家服务方最多几个需求（留空不限）',
    groupPlaces: '同一举办、牵头关系的几家合计最多（留空不限）',
    reservedForSmall: '为小机构各保留几个名额',
    smallBelow: '小机构：已完成服务少于',
    rotationPoints: '轮换：过去一年每推介一次扣几分',
    fairDistricts: '各区均衡：先让满足最少的区尽量满足，再比总分',
    draw: '总分完全相同的方案由公开数值抽签（轮次中不能有比选、公开征集的需求）',
  },
  en: {
    offersPerNeed: 'At most so many offers a need',
    leastScore: 'Scores at least',
    packagePlaces: 'At most so many needs a package (empty: its free capacity)',
    providerPlaces: 'At most so many needs a provider (empty: no limit)',
    groupPlaces: 'At most so many for those who sponsor or lead each other, together (empty: no limit)',
    reservedForSmall: 'Places kept for each small provider',
    smallBelow: 'Small: fewer completed services than',
    rotationPoints: 'Rotation: points off for each offer of the past year',
    fairDistricts: 'Fair to districts: the emptiest is filled as far as can be, then score counts',
    draw: 'Plans of exactly equal score are drawn by a public value (no need of the round may be decided by a contest)',
  },
});

/** What a round is solved by. Scores are shown of 100 and kept of 10,000. */
export function SettingsFields({
  value,
  onChange,
}: {
  readonly value: RoundSettings;
  readonly onChange: (settings: RoundSettings) => void;
}) {
  const t = useWords();
  const id = useId();
  const number = (
    name: 'offersPerNeed' | 'reservedForSmall' | 'smallBelow' | 'leastScore' | 'rotationPoints',
    min: number,
    max: number,
    scale = 1,
  ) => (
    <div className="round-setting">
      <label htmlFor={id + name}>{t(name)}</label>
      <InputNumber
        id={id + name}
        min={min}
        max={max}
        precision={0}
        value={value[name] / scale}
        onChange={(next) => onChange({ ...value, [name]: (next ?? min) * scale })}
      />
    </div>
  );
  const limit = (name: 'packagePlaces' | 'providerPlaces' | 'groupPlaces') => (
    <div className="round-setting">
      <label htmlFor={id + name}>{t(name)}</label>
      <InputNumber
        id={id + name}
        min={1}
        max={1000}
        precision={0}
        value={value[name]}
        onChange={(next) => onChange({ ...value, [name]: next })}
      />
    </div>
  );
  const flag = (name: 'fairDistricts' | 'draw') => (
    <div className="round-setting">
      <Checkbox checked={value[name]} onChange={({ target }) => onChange({ ...value, [name]: target.checked })}>
        {t(name)}
      </Checkbox>
    </div>
  );
  return (
    <>
      {number('offersPerNeed', 1, 5)}
      {number('leastScore', 0, 100, 100)}
      {limit('packagePlaces')}
      {limit('providerPlaces')}
      {limit('groupPlaces')}
      {number('reservedForSmall', 0, 5)}
      {value.reservedForSmall > 0 ? number('smallBelow', 1, 100) : null}
      {number('rotationPoints', 0, 20, 100)}
      {flag('fairDistricts')}
      {flag('draw')}
    </>
  );
}
