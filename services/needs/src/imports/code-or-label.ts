import { codesOf, type Vocabulary } from '@duijie/domain-kit';
import { z } from 'zod';

/** A code of a vocabulary, or the Chinese label that stands for it in a sheet. */
export function codeOrLabel<Code extends string, Allowed extends string>(
  vocabulary: Vocabulary<Code>,
  allowed: readonly [Allowed, ...Allowed[]],
) {
  const byLabel = new Map<unknown, string>(codesOf(vocabulary).map((code) => [vocabulary[code].zh, code]));
  return z.preprocess(
    (value) => byLabel.get(typeof value === 'string' ? value.trim() : value) ?? value,
    z.enum(allowed),
  );
}
