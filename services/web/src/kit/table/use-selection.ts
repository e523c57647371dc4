import { useState } from 'react';

/** Rows that are chosen. They stay chosen while the list is read anew or on; `current` is what the list says of them now. */
export interface Selection<T> {
  readonly keys: ReadonlySet<string>;
  readonly current: readonly T[];
  /** @param through also all rows between this one and the last one touched */
  readonly toggle: (key: string, through: boolean) => void;
  readonly all: (on: boolean) => void;
  readonly keep: (keys: readonly string[]) => void;
}

/** @param scope what the list is narrowed to: another list begins with nothing chosen */
export function useSelection<T>(items: readonly T[], rowKey: (item: T) => string, scope: string): Selection<T> {
  const [chosen, setChosen] = useState<ReadonlyMap<string, T>>(new Map());
  const [last, setLast] = useState<string | null>(null);
  const [seen, setSeen] = useState(scope);
  if (seen !== scope) {
    setSeen(scope);
    setChosen(new Map());
  }
  const toggle = (key: string, through: boolean): void => {
    const order = items.map(rowKey);
    const [from, to] = [last === null ? -1 : order.indexOf(last), order.indexOf(key)];
    const touched = through && from >= 0 ? items.slice(Math.min(from, to), Math.max(from, to) + 1) : [items[to]];
    const on = !chosen.has(key);
    const next = new Map(chosen);
    for (const item of touched)
      if (item !== undefined) {
        if (on) next.set(rowKey(item), item);
        else next.delete(rowKey(item));
      }
    setChosen(next);
    setLast(key);
  };
  const fresh = chosen.size === 0 ? new Map<string, T>() : new Map(items.map((item) => [rowKey(item), item]));
  return {
    keys: new Set(chosen.keys()),
    current: [...chosen].map(([key, item]) => fresh.get(key) ?? item),
    toggle,
    all: (on) => setChosen(on ? new Map(items.map((item) => [rowKey(item), item])) : new Map()),
    keep: (keys) => setChosen(new Map([...chosen].filter(([key]) => keys.includes(key)))),
  };
}
