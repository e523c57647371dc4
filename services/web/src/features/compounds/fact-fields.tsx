import { committeeStates, compoundTypes, feeRegimes, propertyStates } from '@duijie/domain-kit';
import { Input, InputNumber, Select } from 'antd';
import { useId } from 'react';
import { Field } from '../../kit/form-problem';
import { YuanInput } from '../../kit/yuan-input';
import { useLanguage } from '../../words/language';
import type { CompoundEntry } from './compound-entry';
import { useFactWords } from './fact-words';

/** Facts that are numbers: the most they may be, and whether they are money in fen. */
export const numberFacts = [
  { key: 'households', label: 'households', unit: 'unitHouseholds', most: 200_000 },
  { key: 'builtYear', label: 'built', unit: 'unitYear', least: 1900, most: 2100 },
  { key: 'floorAreaM2', label: 'floor', unit: 'unitM2', most: 50_000_000 },
  { key: 'chargedAreaM2', label: 'charged', unit: 'unitM2', most: 50_000_000 },
  { key: 'lifts', label: 'lifts', most: 10_000 },
  { key: 'parkingSpaces', label: 'parking', most: 200_000 },
  { key: 'lng', label: 'lng', unit: 'unitDegree', least: -180, most: 180, decimals: 6 },
  { key: 'lat', label: 'lat', unit: 'unitDegree', least: -90, most: 90, decimals: 6 },
  { key: 'feeFen', label: 'feeMonthly', money: true },
  { key: 'collectionRatePercent', label: 'collection', unit: 'unitPercent', most: 100, decimals: 2 },
  { key: 'commonIncomeFenPerYear', label: 'incomeYearly', money: true },
  { key: 'maintenanceFundFen', label: 'fund', money: true },
] as const;
const branches = {
  none: { zh: '未建', en: 'None' },
  joint: { zh: '与邻近小区联建', en: 'Joint with a neighbour' },
  active: { zh: '已建', en: 'Active' },
} as const;
/** Facts that are one of a few. */
export const choiceFacts = [
  { key: 'propertyState', label: 'property', words: propertyStates },
  { key: 'feeRegime', label: 'regime', words: feeRegimes },
  { key: 'committeeState', label: 'committee', words: committeeStates },
  { key: 'partyBranchState', label: 'branch', words: branches },
] as const;
const typeFact = { key: 'type', label: 'type', words: compoundTypes } as const;

/** What may be known of a compound beside name, place and parties; everything but the type may stay open. */
export function FactFields({
  value,
  error,
  onChange,
}: {
  readonly value: CompoundEntry;
  readonly error: Error | null;
  readonly onChange: (patch: Partial<CompoundEntry>) => void;
}) {
  const t = useFactWords();
  const { say } = useLanguage();
  const id = useId();
  const choice = ({ key, label, words }: (typeof choiceFacts)[number] | typeof typeFact) => (
    <Field key={key} label={t(label)} htmlFor={`${id}-${key}`} error={error} pointer={`/${key}`}>
      <Select<string>
        id={`${id}-${key}`}
        style={{ width: '100%' }}
        value={value[key] ?? ''}
        options={[
          { value: '', label: t(key === 'type' ? 'choose' : 'open') },
          ...Object.entries(words).map(([code, word]) => ({ value: code, label: say(word) })),
        ]}
        onChange={(code) => onChange({ [key]: code === '' ? null : code })}
      />
    </Field>
  );
  return (
    <>
      <div className="kit-fields">
        {choice(typeFact)}
        {choiceFacts.map(choice)}
        <Field label={t('ends')} htmlFor={`${id}-ends`} error={error} pointer="/contractEndsOn">
          <Input
            id={`${id}-ends`}
            type="date"
            value={value.contractEndsOn ?? ''}
            onChange={({ target }) => onChange({ contractEndsOn: target.value === '' ? null : target.value })}
          />
        </Field>
        {numberFacts.map((fact) => (
          <Field
            key={fact.key}
            label={t(fact.label)}
            htmlFor={`${id}-${fact.key}`}
            error={error}
            pointer={`/${fact.key}`}
          >
            {'money' in fact ? (
              <YuanInput
                id={`${id}-${fact.key}`}
                value={value[fact.key]}
                onChange={(fen) => onChange({ [fact.key]: fen })}
              />
            ) : (
              <InputNumber<number>
                id={`${id}-${fact.key}`}
                style={{ width: '100%', maxWidth: 220 }}
                min={'least' in fact ? fact.least : 0}
                max={fact.most}
                precision={'decimals' in fact ? fact.decimals : 0}
                controls={false}
                suffix={'unit' in fact ? t(fact.unit) : undefined}
                value={value[fact.key]}
                onChange={(number) => onChange({ [fact.key]: number })}
              />
            )}
          </Field>
        ))}
      </div>
      <p className="kit-hint">{t('optional')}</p>
    </>
  );
}
