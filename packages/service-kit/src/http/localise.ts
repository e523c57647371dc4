import type { z } from 'zod';
import type { Locale } from '../context';
import type { Fault, Words } from '../errors';
import { issueWords } from './issue-words';

/** First language of Accept-Language that we speak; Chinese otherwise. */
export const localeOf = (acceptLanguage: string | undefined): Locale =>
  acceptLanguage
    ?.split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((tag) => tag === 'zh' || tag === 'en') === 'en'
    ? 'en'
    : 'zh';

export const inLocale = (words: Words | string, locale: Locale): string =>
  typeof words === 'string' ? words : words[locale];

const pointer = (prefix: string, path: readonly PropertyKey[]): string =>
  prefix === '/'
    ? `/${path.map((p) => String(p).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`
    : `${prefix}${path.map(String).join('.')}`;

/**
 * Parses input and tells faults in the caller's language.
 * @param where `/` for a body (JSON pointer), `?` for the query, `:` for path parameters
 * @returns the value, or the faults
 */
export function parseInput<S extends z.ZodType>(
  schema: S,
  value: unknown,
  where: '/' | '?' | ':',
  locale: Locale,
): { value: z.output<S> } | { faults: readonly Fault[] } {
  const parsed = schema.safeParse(value, { error: issueWords[locale] });
  if (parsed.success) return { value: parsed.data };
  const faults = parsed.error.issues.flatMap((issue): Fault[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          pointer: pointer(where, [...issue.path, key]),
          detail: { zh: '没有这个字段', en: 'There is no such field' },
        }))
      : [{ pointer: pointer(where, issue.path), detail: issue.message }],
  );
  return { faults };
}
