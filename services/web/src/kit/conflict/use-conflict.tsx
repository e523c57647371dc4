import { ProblemError } from '@duijie/api-client';
import { useState, type ReactNode } from 'react';
import { ConflictModal } from './conflict-modal';
import { differences, type ConflictField } from './differences';

interface Versioned<T> {
  readonly value: T;
  readonly version: number;
}
interface Asked<T> {
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
  readonly answer: (chosen: T | null) => void;
}
const isStale = (error: unknown): boolean => error instanceof ProblemError && error.status === 412;

/**
 * Saves a form although somebody else may have saved it meanwhile: then both versions are shown where they differ, and
 * what is chosen is saved over the newest.
 * @param fields of the form, in their order @param read gets the newest
 */
export function useConflict<T extends object>(
  fields: readonly ConflictField<T>[],
  read: () => Promise<Versioned<T>>,
): {
  /**
   * @param seen what the form began with @param mine as it is now
   * @param send saves; it may be called again @param settled is told the form that is saved instead of mine
   * @throws what `send` threw, also the 412 when the user goes back to the form
   */
  readonly save: <A>(
    seen: Versioned<T>,
    mine: T,
    send: (value: T, version: number) => Promise<A>,
    settled?: (value: T) => void,
  ) => Promise<A>;
  /** To be rendered by the form. */
  readonly dialog: ReactNode;
} {
  const [asked, setAsked] = useState<Asked<T> | null>(null);
  const choose = (base: T, mine: T, theirs: T): Promise<T | null> =>
    differences(fields, base, mine, theirs).length === 0
      ? Promise.resolve(mine)
      : new Promise((answer) => setAsked({ base, mine, theirs, answer }));
  const finish = (chosen: T | null): void => {
    asked?.answer(chosen);
    setAsked(null);
  };
  return {
    async save(seen, mine, send, settled) {
      let [base, value, version] = [seen.value, mine, seen.version];
      for (;;)
        try {
          return await send(value, version);
        } catch (error) {
          if (!isStale(error)) throw error;
          const theirs = await read();
          const chosen = await choose(base, value, theirs.value);
          if (chosen === null) throw error;
          settled?.(chosen);
          [base, value, version] = [theirs.value, chosen, theirs.version];
        }
    },
    dialog: asked ? (
      <ConflictModal
        fields={fields}
        base={asked.base}
        mine={asked.mine}
        theirs={asked.theirs}
        onSave={finish}
        onBack={() => finish(null)}
      />
    ) : null,
  };
}
