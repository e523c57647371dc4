import type { UnreadNotices } from '@duijie/contracts';
import type { Context, Signals } from '@duijie/service-kit';
import { recipientsOf } from './persistence/notice-board.read-model';
import type { NoticeRepository } from './persistence/notice.repository';
import { reachNotice } from './reach-notice';
import { countUnread, readerOf, type SeeDeps } from './see-notices';
import { noticeSignal } from './stream/notice-hub';

export interface ReadDeps extends SeeDeps {
  readonly notices: NoticeRepository;
  readonly signals: Signals;
}

/** Marks one notice as read by this person; other pages of the same person learn of it by their streams. */
export const readNotice = (deps: ReadDeps) => {
  const reach = reachNotice(deps.notices);
  const count = countUnread(deps);
  return async (ctx: Context, noticeId: string): Promise<UnreadNotices> => {
    const { id } = await reach(ctx, noticeId);
    const reader = readerOf(ctx);
    await deps.notices.markRead(ctx, reader.personId, [id], deps.clock.now());
    deps.signals.send(noticeSignal, JSON.stringify([reader.personId]));
    return count(ctx, reader);
  };
};

/**
 * Marks everything as read, or everything up to a notice. What is being written at this moment stays unread: marks are
 * by position, which is given in the order of commits.
 */
export const readAllNotices = (deps: ReadDeps) => {
  const { board, notices, signals } = deps;
  const reach = reachNotice(notices);
  const count = countUnread(deps);
  return async (ctx: Context, upTo: string | null): Promise<UnreadNotices> => {
    const reader = readerOf(ctx);
    const recipients = recipientsOf(reader);
    let positions: ReadonlyMap<string, number>;
    if (upTo === null) positions = await board.lastPositions(ctx, recipients);
    else {
      const { id } = await reach(ctx, upTo);
      const found = new Map<string, number>();
      for (const one of recipients) found.set(one, await board.positionAt(ctx, one, id));
      positions = found;
    }
    await notices.markReadUpTo(ctx, reader.personId, positions);
    signals.send(noticeSignal, JSON.stringify([reader.personId]));
    return count(ctx, reader);
  };
};
