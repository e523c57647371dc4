import type { Page } from '@duijie/contracts';
import { Refusal } from '../errors';

/** Makes a cursor of the last row's sort values. */
export const encodeCursor = (values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** 2100: no instant of ours lies beyond it, and databases refuse what is too far. */
const endOfTime = Date.UTC(2100, 0, 1);
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What a place of a cursor may hold, and the value it is read as; undefined is refused. */
const places = {
  /** UUID in small letters. */
  id: (v: unknown) => (typeof v === 'string' && uuid.test(v) ? v : undefined),
  /** 1–64 visible ASCII characters: what may be compared with an ASCII column. */
  code: (v: unknown) => (typeof v === 'string' && /^[\x21-\x7e]{1,64}$/.test(v) ? v : undefined),
  /** At most 200 characters of any script. */
  text: (v: unknown) => (typeof v === 'string' && v.length <= 200 ? v : undefined),
  number: (v: unknown) => (typeof v === 'number' && Math.abs(v) <= Number.MAX_SAFE_INTEGER ? v : undefined),
  /** Milliseconds from 1970 to 2100, read as a date. */
  instant: (v: unknown) =>
    typeof v === 'number' && Number.isInteger(v) && v >= 0 && v < endOfTime ? new Date(v) : undefined,
} as const;
export type CursorPlace = keyof typeof places;
type Placed<K extends CursorPlace> = Exclude<ReturnType<(typeof places)[K]>, undefined>;

function valuesOf(cursor: string): readonly unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(values) ? values : [];
  } catch {
    return [];
  }
}

/**
 * Reads a cursor, which callers may have made up.
 * @param kinds what each of its places holds
 * @returns a value a place
 * @throws Refusal `unreadable` when it is not one of ours
 * @example const [at, id] = decodeCursor(query.cursor, ['instant', 'id'])
 */
export function decodeCursor<const K extends readonly CursorPlace[]>(
  cursor: string,
  kinds: K,
): { readonly [I in keyof K]: Placed<K[I]> } {
  const given = valuesOf(cursor);
  const values = kinds.map((kind, i) => places[kind](given[i]));
  if (given.length !== kinds.length || values.includes(undefined))
    throw new Refusal('unreadable', {
      reason: 'cursor.invalid',
      detail: { zh: '翻页位置无效，请从第一页开始', en: 'The cursor is not valid; begin with the first page' },
    });
  return values as unknown as { readonly [I in keyof K]: Placed<K[I]> };
}

/** Cuts `limit + 1` rows into a page. @param rows as read, at most limit + 1 @param key sort values of a row */
export function pageFrom<T>(rows: readonly T[], limit: number, key: (row: T) => readonly (string | number)[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(key(last)) : null };
}
