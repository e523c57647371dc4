import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { sortOf, sortText, type Sort } from './sort-items';

interface Choice {
  readonly value: string;
  readonly label: string;
}
interface FilterBase {
  /** Name in the list route's query, and in the address. */
  readonly key: string;
  readonly label: string;
}
/** How one field of the list route's query is asked for. */
export type Filter =
  | (FilterBase & {
      readonly control: 'select';
      readonly options: readonly Choice[];
      readonly any: string;
      /** More than a handful: can be searched in. */
      readonly long?: boolean;
    })
  /** One of few, always one: `initial` unless the address says otherwise. */
  | (FilterBase & { readonly control: 'choice'; readonly options: readonly Choice[]; readonly initial: string })
  | (FilterBase & { readonly control: 'text'; readonly placeholder?: string; readonly maxLength: number });

export interface Filters {
  readonly fields: readonly Filter[];
  /** What is set, or initial; what the address holds and no field knows is left out. */
  readonly values: Readonly<Record<string, string>>;
  /** The same for the list route: without what stands for all. */
  readonly query: Readonly<Record<string, string>>;
  /** Fields that are not as they are by themselves. */
  readonly set: number;
  readonly put: (key: string, value: string | null) => void;
  readonly clear: () => void;
  /** Kept in the address beside them, and as a part of views. */
  readonly sort: Sort | null;
  readonly putSort: (sort: Sort | null) => void;
  /** The part of the address that is the filters'. */
  readonly address: string;
  /** The same with the sort, to be kept and applied later. */
  readonly view: string;
  readonly apply: (address: string) => void;
}

const readable = (filter: Filter, value: string | null): string | null => {
  if (value === null || value === '') return null;
  if (filter.control === 'text') return value.slice(0, filter.maxLength);
  // Choices that are read from the server may not be there yet.
  if (filter.options.length === 0) return value;
  return filter.options.some((option) => option.value === value) ? value : null;
};

/** Filters of a list, kept in the address. @param fields stands still while the page does */
export function useFilters(fields: readonly Filter[]): Filters {
  const [search, setSearch] = useSearchParams();
  const write = useCallback(
    (valueOf: (filter: Filter, now: string | null) => string | null, sorted?: () => Sort | null): void =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          for (const filter of fields) {
            const value = readable(filter, valueOf(filter, before.get(filter.key)));
            if (value === null || (filter.control === 'choice' && value === filter.initial)) next.delete(filter.key);
            else next.set(filter.key, value);
          }
          const sort = sorted ? sorted() : sortOf(before.get('sort'));
          if (sort === null) next.delete('sort');
          else next.set('sort', sortText(sort));
          return next;
        },
        { replace: true },
      ),
    [fields, setSearch],
  );
  return useMemo(() => {
    const chosen = fields.flatMap((filter): [string, string][] => {
      const value = readable(filter, search.get(filter.key));
      return value === null ? [] : [[filter.key, value]];
    });
    const initial = fields.flatMap((filter): [string, string][] =>
      filter.control === 'choice' ? [[filter.key, filter.initial]] : [],
    );
    const values = Object.fromEntries([...initial, ...chosen]);
    const sort = sortOf(search.get('sort'));
    return {
      fields,
      values,
      query: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')),
      set: chosen.length,
      put: (key, value) => write((filter, now) => (filter.key === key ? value : now)),
      clear: () => write(() => null),
      sort,
      putSort: (wanted) =>
        write(
          (_filter, now) => now,
          () => wanted,
        ),
      address: new URLSearchParams(chosen).toString(),
      view: new URLSearchParams(sort ? [...chosen, ['sort', sortText(sort)]] : chosen).toString(),
      apply(address) {
        const wanted = new URLSearchParams(address);
        write(
          ({ key }) => wanted.get(key),
          () => sortOf(wanted.get('sort')),
        );
      },
    };
  }, [fields, search, write]);
}
