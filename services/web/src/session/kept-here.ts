/**
 * What is typed and not on the server is kept in this browser, by whom it is for: it survives a closed browser and a
 * lost network, and stays until it is saved, cleared, or its owner signs out and says so.
 */
const prefixes = ['duijie.response.', 'duijie.kept.'];

const keys = (): string[] =>
  Object.keys(localStorage).filter((key) => prefixes.some((prefix) => key.startsWith(prefix)));

/** How many drafts are kept in this browser only. */
export const keptHere = (): number => keys().length;

/** Leaves nothing behind, e.g. on a shared computer. */
export function forgetKeptHere(): void {
  for (const key of keys()) localStorage.removeItem(key);
}

/** One place in this browser for what is typed. @param what names the form and what it is about @param organisationId whose it is */
export function placeHere<T>(what: string, organisationId: string) {
  const key = `duijie.kept.${organisationId}.${what}`;
  return {
    read(): T | null {
      try {
        return JSON.parse(localStorage.getItem(key) ?? 'null') as T | null;
      } catch {
        return null;
      }
    },
    /** A browser without room keeps nothing; the form goes on. */
    write(value: T): void {
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch {
        localStorage.removeItem(key);
      }
    },
    clear: (): void => localStorage.removeItem(key),
  };
}
