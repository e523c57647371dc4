import type { NoticeReader } from '../persistence/notice-board.read-model';
import { recipientsOf } from '../persistence/notice-board.read-model';

/** How far a stream has got, by recipient. */
export type StreamPosition = ReadonlyMap<string, number>;

/** @returns id of an event: positions of the recipients and whose they are, e.g. `7.0@0198…-….0198…-…` */
export const streamEventId = (reader: NoticeReader, at: StreamPosition): string => {
  const ids = recipientsOf(reader);
  return `${ids.map((id) => at.get(id) ?? 0).join('.')}@${ids.join('.')}`;
};

/** @returns where the caller left off, null where the id is not of this reader: then the stream begins with the present */
export function readStreamEventId(reader: NoticeReader, lastEventId: string | null): StreamPosition | null {
  const [positions = '', whose] = (lastEventId ?? '').split('@');
  const ids = recipientsOf(reader);
  const counts = positions.split('.').map(Number);
  if (
    whose !== ids.join('.') ||
    counts.length !== ids.length ||
    !counts.every((n) => Number.isSafeInteger(n) && n >= 0)
  )
    return null;
  return new Map(ids.map((id, at) => [id, counts[at] ?? 0]));
}
