import { noticeTopicOf, type NoticeStreamData, type UnreadNotices } from '@duijie/contracts';
import type { Context, StreamEvent, StreamRequest } from '@duijie/service-kit';
import type { Notice } from '../notice';
import { recipientsOf, type NoticeReader, type ReaderMarks } from '../persistence/notice-board.read-model';
import { countUnread, readerOf, viewNotices, type SeeDeps } from '../see-notices';
import type { NoticeHub } from './notice-hub';
import { readStreamEventId, streamEventId } from './stream-position';

/** Of what was missed, the newest are sent; the list has the others. */
const replayedAtMost = 100;
const atOnce = 50;

/**
 * Notices as they come: first whatever came after Last-Event-ID, or the count, whose id is a place to go on from. Muted notices, and what the person did itself, only move the count.
 */
export const streamNotices = (deps: SeeDeps & { readonly hub: NoticeHub }) => {
  const { board, hub } = deps;
  const count = countUnread(deps);
  const view = viewNotices(deps);

  async function begin(ctx: Context, reader: NoticeReader, lastEventId: string | null): Promise<Map<string, number>> {
    const present = await board.lastPositions(ctx, recipientsOf(reader));
    const left = readStreamEventId(reader, lastEventId);
    const from = (id: string): number => {
      const last = present.get(id) ?? 0;
      return left === null ? last : Math.max(Math.min(left.get(id) ?? last, last), last - replayedAtMost);
    };
    return new Map(recipientsOf(reader).map((id) => [id, from(id)]));
  }
  async function fresh(ctx: Context, reader: NoticeReader, at: ReadonlyMap<string, number>): Promise<Notice[]> {
    const found: Notice[] = [];
    for (const id of recipientsOf(reader)) found.push(...(await board.after(ctx, reader, id, at.get(id) ?? 0, atOnce)));
    return found;
  }

  return async function* (
    ctx: Context,
    { signal, lastEventId }: StreamRequest,
  ): AsyncGenerator<StreamEvent<NoticeStreamData>> {
    const reader = readerOf(ctx);
    // Watched before anything is read, so that nothing falls between.
    const watch = hub.watch(recipientsOf(reader), signal);
    const heard = ({ kind }: Notice, marks: ReaderMarks): boolean => !marks.muted.includes(noticeTopicOf[kind]);
    try {
      const at = await begin(ctx, reader, lastEventId);
      let told: UnreadNotices | undefined;
      while (!signal.aborted) {
        const came = await fresh(ctx, reader, at);
        const marks = await board.marksOf(ctx, reader);
        const unread = await count(ctx, reader, marks);
        const views = new Map((await view(ctx, reader, marks, came)).map((one) => [one.id, one]));
        for (const notice of came) {
          at.set(notice.to.id, notice.position);
          const shown = views.get(notice.id);
          if (!shown || shown.read || !heard(notice, marks)) continue;
          yield { id: streamEventId(reader, at), event: 'notice', data: { unread, notice: shown } };
          told = unread;
        }
        if (told?.count !== unread.count || told.more !== unread.more) {
          yield { id: streamEventId(reader, at), event: 'unread', data: { unread, notice: null } };
          told = unread;
        }
        if (came.length === 0) await watch.next();
      }
    } finally {
      watch.end();
    }
  };
};
