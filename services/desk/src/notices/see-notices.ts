import type { NoticeView, Page, PageQuery, UnreadNotices } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import { decodeCursor, pageFrom, personOf, type Context } from '@duijie/service-kit';
import type { Notice } from './notice';
import type { NoticeBoard, NoticeReader, ReaderMarks, UnreadFilter } from './persistence/notice-board.read-model';
import { presentNotice } from './present-notice';

/** What is older is in the list, but nags nobody. */
const countedMs = 30 * 86_400_000;
const mostCounted = 100;

export interface SeeDeps {
  readonly board: NoticeBoard;
  readonly clock: Clock;
}

/** @throws NotAuthenticated when nobody is signed in */
export function readerOf(ctx: Context): NoticeReader {
  const { personId, actingFor } = personOf(ctx);
  return { personId, organisationId: actingFor?.organisationId ?? null, role: actingFor?.role ?? null };
}

/** The smallest UUID of version 7 of a moment. @see RFC 9562, section 5.7 */
function firstIdOf(ms: number): string {
  const time = Math.max(0, ms).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

export const unreadFilterOf = ({ clock }: SeeDeps, marks: ReaderMarks): UnreadFilter => ({
  marks,
  sinceId: firstIdOf(clock.now().getTime() - countedMs),
});

/** Counts what is unread, to 99. */
export const countUnread =
  (deps: SeeDeps) =>
  async (ctx: Context, reader: NoticeReader, known?: ReaderMarks): Promise<UnreadNotices> => {
    const marks = known ?? (await deps.board.marksOf(ctx, reader));
    const count = await deps.board.countUnread(ctx, reader, unreadFilterOf(deps, marks), mostCounted);
    return { count: Math.min(count, mostCounted - 1), more: count >= mostCounted };
  };

/** Notices as this very person sees them. */
export const viewNotices =
  ({ board, clock }: SeeDeps) =>
  async (ctx: Context, reader: NoticeReader, marks: ReaderMarks, notices: readonly Notice[]): Promise<NoticeView[]> => {
    const marked = await board.markedRead(
      ctx,
      reader.personId,
      notices.map(({ id }) => id),
    );
    const now = clock.now();
    return notices.map((one) =>
      presentNotice(one, one.position <= (marks.upTo.get(one.to.id) ?? 0) || marked.has(one.id), now),
    );
  };

/** One page, newest first. */
export const listNotices = (deps: SeeDeps) => {
  const view = viewNotices(deps);
  return async (
    ctx: Context,
    query: PageQuery & { readonly unread?: boolean | undefined },
  ): Promise<Page<NoticeView>> => {
    const reader = readerOf(ctx);
    const marks = await deps.board.marksOf(ctx, reader);
    const found = await deps.board.newest(ctx, reader, {
      belowId: query.cursor === undefined ? undefined : decodeCursor(query.cursor, ['id'])[0],
      limit: query.limit + 1,
      unread: query.unread === true ? unreadFilterOf(deps, marks) : undefined,
    });
    const { items, nextCursor } = pageFrom(found, query.limit, ({ id }) => [id]);
    return { items: await view(ctx, reader, marks, items), nextCursor };
  };
};
