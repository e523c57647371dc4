import { getTaxonomy, type SearchFacets } from '@duijie/contracts';
import { fundings, isCodeOf, organisationKinds, priceModels, urgencies, type Vocabulary } from '@duijie/domain-kit';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useCall } from '../../api/use-call';
import { TileMap } from '../../kit/tile-map';
import { useLeaves } from '../../kit/use-leaves';
import { defineWords } from '../../words/define-words';
import { useLanguage } from '../../words/language';
import { listFilters, noFilters, type ListFilter, type Search } from './search-address';

const useWords = defineWords('facets', {
  zh: {
    district: '区（市）县',
    group: '服务大类',
    leaf: '服务类目',
    funding: '资金来源',
    priceModel: '计价方式',
    urgency: '缓急',
    organisationKind: '机构类型',
    free: '是否花钱',
    true: '不花钱',
    false: '有资金',
    more: '更多（{{n}}）',
    less: '收起',
    clear: '清除全部筛选',
    away: '搜索引擎暂时离线，筛选数量不可用。',
  },
  en: {
    district: 'District',
    group: 'Field',
    leaf: 'Service',
    funding: 'Money from',
    priceModel: 'Priced',
    urgency: 'Urgency',
    organisationKind: 'Kind of organisation',
    free: 'Money',
    true: 'costs nothing',
    false: 'with money',
    more: 'More ({{n}})',
    less: 'Less',
    clear: 'Clear all filters',
    away: 'The search engine is away: no counts for filters at present.',
  },
});
const shownAtFirst = 6;
const vocabularies: Readonly<Partial<Record<ListFilter, Vocabulary>>> = {
  funding: fundings,
  priceModel: priceModels,
  urgency: urgencies,
  organisationKind: organisationKinds,
};

function Facet({
  title,
  values,
  chosen,
  nameOf,
  onToggle,
}: {
  readonly title: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
  readonly chosen: readonly string[];
  readonly nameOf: (value: string) => string;
  readonly onToggle: (value: string) => void;
}) {
  const t = useWords();
  const [all, setAll] = useState(false);
  const missing = chosen.filter((value) => !values.some((one) => one.value === value));
  const whole = [...missing.map((value) => ({ value, count: 0 })), ...values];
  const shown = all ? whole : whole.filter(({ value }, at) => at < shownAtFirst || chosen.includes(value));
  if (whole.length === 0) return null;
  return (
    <fieldset className="facet">
      <legend>{title}</legend>
      {shown.map(({ value, count }) => (
        <div key={value} className="facet-line">
          <Checkbox checked={chosen.includes(value)} onChange={() => onToggle(value)}>
            {nameOf(value)}
          </Checkbox>
          <span className="muted kit-number">{count}</span>
        </div>
      ))}
      {whole.length > shown.length || all ? (
        whole.length > shownAtFirst ? (
          <Button type="link" size="small" onClick={() => setAll(!all)}>
            {all ? t('less') : t('more', { n: whole.length - shown.length })}
          </Button>
        ) : null
      ) : null}
    </fieldset>
  );
}

/** What can be narrowed, with how many results each value has. */
export function Facets({
  search,
  facets,
  onChange,
}: {
  readonly search: Search;
  /** Null where the answer came without counts; undefined before there is one. */
  readonly facets: SearchFacets | null | undefined;
  readonly onChange: (patch: Partial<Search>) => void;
}) {
  const t = useWords();
  const { say } = useLanguage();
  const leaves = useLeaves();
  const taxonomy = useCall(getTaxonomy, {});
  const toggle = (name: ListFilter, value: string): void => {
    const now: readonly string[] = search[name];
    const next = now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
    onChange({ [name]: next } as Partial<Search>);
  };
  const nameOf = (name: ListFilter, value: string): string => {
    const vocabulary = vocabularies[name];
    if (vocabulary && isCodeOf(vocabulary, value)) return say(vocabulary[value] ?? { zh: value, en: value });
    if (name === 'leaf') return leaves.nameOf(value);
    const group = taxonomy.data?.groups.find(({ code }) => code === value);
    return group ? say(group) : value;
  };
  const counts = new Map((facets?.district ?? []).map(({ value, count }) => [value, count]));
  const set = listFilters.some((name) => search[name].length > 0) || search.free !== null;
  return (
    <>
      {facets === null ? <p className="muted">{t('away')}</p> : null}
      <fieldset className="facet">
        <legend>{t('district')}</legend>
        <TileMap
          label={t('district')}
          selected={search.district}
          {...(facets ? { counts } : {})}
          onToggle={(name) => toggle('district', name)}
        />
      </fieldset>
      {listFilters
        .filter((name) => name !== 'district')
        .map((name) => (
          <Facet
            key={name}
            title={t(name)}
            values={facets?.[name] ?? []}
            chosen={search[name]}
            nameOf={(value) => nameOf(name, value)}
            onToggle={(value) => toggle(name, value)}
          />
        ))}
      <Facet
        title={t('free')}
        values={facets?.free ?? []}
        chosen={search.free ? [search.free] : []}
        nameOf={(value) => t(value === 'true' ? 'true' : 'false')}
        onToggle={(value) => onChange({ free: search.free === value ? null : value === 'true' ? 'true' : 'false' })}
      />
      {set ? (
        <Button block onClick={() => onChange(noFilters)}>
          {t('clear')}
        </Button>
      ) : null}
    </>
  );
}
