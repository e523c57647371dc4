import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Grid, Input, Segmented, Select } from 'antd';
import { useEffect, useId, useState } from 'react';
import { defineWords } from '../../words/define-words';
import type { Filter, Filters } from './use-filters';

const useWords = defineWords('table-search-form', {
  zh: { label: '筛选', filters: '筛选', filtersSet: '筛选（{{n}}）', clear: '清除筛选' },
  en: { label: 'Filters', filters: 'Filters', filtersSet: 'Filters ({{n}})', clear: 'Clear filters' },
});
const restMs = 350;

/** Words are searched for when one stops typing. */
function TextField({
  id,
  filter,
  value,
  onChange,
}: {
  readonly id: string;
  readonly filter: Extract<Filter, { control: 'text' }>;
  readonly value: string;
  readonly onChange: (value: string | null) => void;
}) {
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setTyped(value);
  }
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === value) return;
    const timer = setTimeout(() => onChange(wanted === '' ? null : wanted), restMs);
    return () => clearTimeout(timer);
    // `onChange` is made anew by every change of the address; only what is typed starts the clock.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [typed, value]);
  return (
    <Input
      id={id}
      allowClear
      maxLength={filter.maxLength}
      placeholder={filter.placeholder ?? ''}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
}

function Field({ filter, filters }: { readonly filter: Filter; readonly filters: Filters }) {
  const id = useId();
  const value = filters.values[filter.key];
  const put = (next: string | null): void => filters.put(filter.key, next);
  if (filter.control === 'choice')
    return (
      <div className="table-field table-field-choice">
        <span className="table-field-label" id={id}>
          {filter.label}
        </span>
        <div className="table-choice">
          <Segmented
            aria-labelledby={id}
            value={value ?? filter.initial}
            options={[...filter.options]}
            onChange={(next) => put(next)}
          />
        </div>
      </div>
    );
  return (
    <div className="table-field">
      <label className="table-field-label" htmlFor={id}>
        {filter.label}
      </label>
      {filter.control === 'text' ? (
        <TextField id={id} filter={filter} value={value ?? ''} onChange={put} />
      ) : (
        <Select
          id={id}
          allowClear={value !== undefined}
          value={value ?? ''}
          options={[{ value: '', label: filter.any }, ...filter.options]}
          {...(filter.long ? { showSearch: { optionFilterProp: 'label' } } : {})}
          popupMatchSelectWidth={false}
          onChange={(next?: string) => put(next === undefined || next === '' ? null : next)}
        />
      )}
    </div>
  );
}

/** What the list can be narrowed by; folded on a phone. */
export function SearchForm({ filters }: { readonly filters: Filters }) {
  const t = useWords();
  const wide = Grid.useBreakpoint().md ?? true;
  const [unfolded, setUnfolded] = useState(false);
  const id = useId();
  if (filters.fields.length === 0) return null;
  const open = wide || unfolded;
  return (
    <search className="table-search" aria-label={t('label')}>
      {wide ? null : (
        <Button
          aria-expanded={unfolded}
          aria-controls={id}
          icon={unfolded ? <UpOutlined aria-hidden /> : <DownOutlined aria-hidden />}
          onClick={() => setUnfolded(!unfolded)}
        >
          {filters.set > 0 ? t('filtersSet', { n: filters.set }) : t('filters')}
        </Button>
      )}
      <div id={id} className="table-fields" hidden={!open}>
        {open ? filters.fields.map((filter) => <Field key={filter.key} filter={filter} filters={filters} />) : null}
        {filters.set > 0 ? (
          <Button type="link" onClick={filters.clear}>
            {t('clear')}
          </Button>
        ) : null}
      </div>
    </search>
  );
}
