import { useEffect, useMemo, useState } from 'react';
import { placeHere } from '../session/kept-here';

const restMs = 500;
interface Kept<T> {
  readonly value: T;
  /** What the form began with, so that a newer version of somebody else is noticed. */
  readonly base: T;
  readonly version: number;
}

/**
 * A form whose typed text survives a closed browser: kept here until it is saved.
 * @param what names the form and what it is about @param organisationId whose it is
 * @param saved as the server has it; a new thing has version 0
 */
export function useKept<T extends object>(
  what: string,
  organisationId: string,
  saved: { readonly value: T; readonly version: number },
) {
  const place = useMemo(() => placeHere<Kept<T>>(what, organisationId), [what, organisationId]);
  const [first] = useState(() => place.read());
  const [seen, setSeen] = useState(first ? { value: first.base, version: first.version } : saved);
  const [value, setValue] = useState<T>(first?.value ?? saved.value);
  const [restored, setRestored] = useState(first !== null);
  const [typed, setTyped] = useState(false);
  useEffect(() => {
    if (!typed) return undefined;
    const timer = setTimeout(() => place.write({ value, base: seen.value, version: seen.version }), restMs);
    return () => clearTimeout(timer);
  }, [place, seen, typed, value]);
  return {
    value,
    /** What the form began with. */
    seen,
    /** Whether it goes on with what was kept here. */
    restored,
    change(next: T): void {
      setTyped(true);
      setValue(next);
    },
    /** It is on the server now: nothing needs to be kept. */
    settle(next: { readonly value: T; readonly version: number }): void {
      place.clear();
      setTyped(false);
      setRestored(false);
      setSeen(next);
      setValue(next.value);
    },
  };
}
