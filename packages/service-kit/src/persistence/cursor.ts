import type { Page } from '@duijie/contracts';
import { Refusal } from '../errors';

/** Makes a cursor of the last row's sort values. */
export const encodeCursor = (values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** @param length how many values the cursor must hold @throws Refusal `unreadable` when it is not one of ours */
export function decodeCursor(cursor: string, length: number): readonly (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(values) &&
      values.length === length &&
      values.every((v) => typeof v === 'string' || typeof v === 'number')
    )
      return values;
  } catch {
    // falls through to the refusal
  }
  throw new Refusal('unreadable', {
    reason: 'cursor.invalid',
    detail: { zh: '翻页位置无效,请从第一页开始', en: 'The cursor is not valid; begin with the first page' },
  });
}

/** Cuts `limit + 1` rows into a page. @param rows as read, at most limit + 1 @param key sort values of a row */
export function pageFrom<T>(rows: readonly T[], limit: number, key: (row: T) => readonly (string | number)[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(key(last)) : null };
}
