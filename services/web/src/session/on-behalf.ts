import type { OnBehalfClaim } from '@duijie/contracts';
import { useSyncExternalStore } from 'react';

const kept = 'duijie.on-behalf';
const listeners = new Set<() => void>();

/** For whom this tab of a broker works, and how the broker was asked to (代办). */
export interface OnBehalfWork extends OnBehalfClaim {
  readonly organisationName: string;
}

function read(): OnBehalfWork | null {
  const text = sessionStorage.getItem(kept);
  return text === null ? null : (JSON.parse(text) as OnBehalfWork);
}
let work = read();

/** What holds now, for every request of this tab; null while one works for oneself. */
export const onBehalfNow = (): OnBehalfWork | null => work;

/** Begins or ends the work for somebody else. Whatever was read before belongs to another one: read it again. */
export function setOnBehalf(next: OnBehalfWork | null): void {
  work = next;
  if (next) sessionStorage.setItem(kept, JSON.stringify(next));
  else sessionStorage.removeItem(kept);
  for (const listener of listeners) listener();
}

export const useOnBehalf = (): OnBehalfWork | null =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, onBehalfNow);
