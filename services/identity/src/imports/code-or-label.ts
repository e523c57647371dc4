import { codesOf, type Vocabulary } from '@duijie/domain-kit';
import { z } from 'zod';

/** A code, or its Chinese label as sheets have it; of a label with variants (院委会/自管小组) each variant. */
export function codeOrLabel<Code extends string>(vocabulary: Vocabulary<Code>) {
  const codes = codesOf(vocabulary);
  const byLabel = new Map(
    codes.flatMap((code) => {
      const { zh } = vocabulary[code];
      return [zh, ...zh.split('/')].map((label) => [label, code] as const);
    }),
  );
  return z.preprocess(
    (value) => (typeof value === 'string' ? (byLabel.get(value.trim()) ?? value) : value),
    z.enum(codes),
  );
}
