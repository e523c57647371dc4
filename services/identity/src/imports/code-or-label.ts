import { codesOf, type Vocabulary } from '@duijie/domain-kit';
import { z } from 'zod';

/**
 * A code, or its Chinese label as sheets have it; of a label with variants (院委会/自管小组) each variant.
 * @param synonyms further words by what they mean
 */
export function codeOrLabel<Code extends string>(
  vocabulary: Vocabulary<Code>,
  synonyms: Readonly<Record<string, NoInfer<Code>>> = {},
) {
  const codes = codesOf(vocabulary);
  const byLabel = new Map<string, Code>(Object.entries<Code>(synonyms));
  for (const code of codes)
    for (const label of [vocabulary[code].zh, ...vocabulary[code].zh.split('/')]) byLabel.set(label, code);
  return z.preprocess(
    (value) => (typeof value === 'string' ? (byLabel.get(value.trim()) ?? value) : value),
    z.enum(codes),
  );
}
