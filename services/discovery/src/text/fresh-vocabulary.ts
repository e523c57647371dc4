import type { Vocabulary } from './vocabulary';

const freshForMs = 30_000;
/** While there is no taxonomy yet. */
const emptyForMs = 1000;

export interface FreshVocabulary {
  current(): Promise<Vocabulary>;
  /** The next question has it read again. */
  outdated(): void;
}

/**
 * Keeps the vocabulary in memory. Once it is older than 30 s the next question has it read again, without waiting for it.
 * @param read where it comes from @param failed told when it cannot be read; the old one stays
 */
export function freshVocabulary(read: () => Promise<Vocabulary>, failed: (error: unknown) => void): FreshVocabulary {
  let held: Vocabulary | undefined;
  let readAtMs = 0;
  let reading: Promise<Vocabulary> | undefined;
  const readAgain = (): Promise<Vocabulary> => {
    const begunMs = performance.now();
    reading ??= read()
      .then((vocabulary) => {
        readAtMs = begunMs;
        held = vocabulary;
        return vocabulary;
      })
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };
  return {
    async current() {
      if (!held) return readAgain();
      if (performance.now() - readAtMs > (held.leaves.size === 0 ? emptyForMs : freshForMs)) readAgain().catch(failed);
      return held;
    },
    outdated() {
      readAtMs = Number.NEGATIVE_INFINITY;
    },
  };
}
