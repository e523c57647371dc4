import { decodeCursor, Refusal } from '@duijie/service-kit';

const notOurs = (): Refusal =>
  new Refusal('unreadable', {
    reason: 'cursor.invalid',
    detail: { zh: '翻页位置无效,请从第一页开始', en: 'The cursor is not valid; begin with the first page' },
  });
const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value);
/** 2100: beyond it no instant of ours lies, and databases refuse what is too far. */
const endOfTime = 4_102_444_800_000;

/** Cursor of a list by instant and id. @throws Refusal `unreadable` when it is not one of ours */
export function instantCursor(cursor: string): { readonly at: Date; readonly id: string } {
  const [at, id] = decodeCursor(cursor, 2);
  if (typeof at === 'number' && at >= 0 && at < endOfTime && isId(id)) return { at: new Date(at), id };
  throw notOurs();
}

/** Cursor of a list by id. @throws Refusal `unreadable` when it is not one of ours */
export function idCursor(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  if (isId(id)) return id;
  throw notOurs();
}

/** Cursor of a list by version. @throws Refusal `unreadable` when it is not one of ours */
export function versionCursor(cursor: string): number {
  const [version] = decodeCursor(cursor, 1);
  if (typeof version === 'number' && Number.isSafeInteger(version)) return version;
  throw notOurs();
}
