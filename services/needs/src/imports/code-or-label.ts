import { codesOf, type Vocabulary } from '@duijie/domain-kit';
import { z } from 'zod';

/**
 * A code of a vocabulary, or the Chinese label that stands for it in a sheet.
 * @param others words that people write for a code as well
 */
export function codeOrLabel<Code extends string, Allowed extends string>(
  vocabulary: Vocabulary<Code>,
  allowed: readonly [Allowed, ...Allowed[]],
  others: Readonly<Record<string, Allowed>> = {},
) {
  const byLabel = new Map<unknown, string>([
    ...Object.entries(others),
    ...codesOf(vocabulary).map((code) => [vocabulary[code].zh, code] as const),
  ]);
  return z.preprocess(
    (value) => byLabel.get(typeof value === 'string' ? value.trim() : value) ?? value,
    z.enum(allowed),
  );
}
