import type { z } from 'zod';
import type { Refusal, Words } from '../errors';
import { parseInput } from '../http/localise';
import type { RowFault } from './files/parsed-file';

const bothLanguages = (zh: Words | string, en: Words | string): Words => ({
  zh: typeof zh === 'string' ? zh : zh.zh,
  en: typeof en === 'string' ? en : en.en,
});

/** Parses a row; its faults in both languages, since the report is read later and by others. */
export function parseRow<S extends z.ZodType>(
  schema: S,
  value: unknown,
): { readonly value: z.output<S> } | { readonly faults: readonly RowFault[] } {
  const zh = parseInput(schema, value, '/', 'zh');
  if (!('faults' in zh)) return zh;
  const en = parseInput(schema, value, '/', 'en');
  const english = 'faults' in en ? en.faults : [];
  return {
    faults: zh.faults.map((fault, i) => ({
      pointer: fault.pointer,
      detail: bothLanguages(fault.detail, english[i]?.detail ?? fault.detail),
    })),
  };
}

/** The faults that a refusal carries, or one for the row as a whole. */
export function faultsOfRefusal(refusal: Refusal): readonly RowFault[] {
  if (refusal.faults && refusal.faults.length > 0)
    return refusal.faults.map(({ pointer, detail }) => ({ pointer, detail: bothLanguages(detail, detail) }));
  return [{ pointer: '', detail: refusal.detail ?? { zh: '不能导入这一行', en: 'This row cannot be imported' } }];
}

export const internalFault: readonly RowFault[] = [
  { pointer: '', detail: { zh: '系统出错，请联系管理员', en: 'Something went wrong; tell the administrator' } },
];
