import { formatFen } from '@duijie/domain-kit';
import type { FormField } from './form-fields';
import { optionOf } from './rule-words';

/** How what a rule holds is said in the language shown. */
export interface Speech {
  readonly language: 'zh' | 'en';
  readonly comma: string;
  readonly leafOf: (code: string) => string;
}

/** What a field of a rule holds, in words, to compare two versions. @param way names from the rule to the field, rows left out */
export function valueWords(field: FormField, way: readonly string[], value: unknown, speech: Speech): string {
  const option = (code: string): string => optionOf(way, code)?.[speech.language] ?? code;
  const within = (fields: readonly FormField[], row: unknown): string =>
    typeof row === 'object' && row !== null
      ? fields
          .map((one) => valueWords(one, [...way, one.name], (row as Record<string, unknown>)[one.name], speech))
          .filter((text) => text !== '')
          .join(' · ')
      : '';
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  switch (field.control) {
    case 'yuan':
      return typeof value === 'number' ? formatFen(value, speech.language) : '';
    case 'number':
      return typeof value === 'number' ? String(value) : '';
    case 'switch':
      return value === true ? '✓' : '✗';
    case 'choice':
      return typeof value === 'string' ? option(value) : '';
    case 'choices':
      return list.map((code) => option(String(code))).join(speech.comma);
    case 'leaves':
      return list.map((code) => speech.leafOf(String(code))).join(speech.comma);
    case 'group':
      return within(field.fields, value);
    case 'rows':
      return list.map((row) => within(field.fields, row)).join('\n');
    case 'text':
    case 'day':
      return typeof value === 'string' ? value : '';
  }
}
