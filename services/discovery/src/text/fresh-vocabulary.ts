import type { Vocabulary } from './vocabulary';

const freshForMs = 10_000;

/**
 * Keeps the vocabulary in memory. Once it is older than 10 s the next question has it read again, without waiting for it.
 * @param read where it comes from @param failed told when it cannot be read; the old one stays
 */
export function freshVocabulary(
  read: () => Promise<Vocabulary>,
  failed: (error: unknown) => void,
): () => Promise<Vocabulary> {
  let held: Vocabulary | undefined;
  let readAtMs = 0;
  let reading: Promise<Vocabulary> | undefined;
  const readAgain = (): Promise<Vocabulary> =>
    (reading ??= read()
      .then((vocabulary) => {
        readAtMs = performance.now();
        return (held = vocabulary);
      })
      .finally(() => {
        reading = undefined;
      }));
  return async () => {
    if (!held) return readAgain();
    if (performance.now() - readAtMs > freshForMs) readAgain().catch(failed);
    return held;
  };
}
