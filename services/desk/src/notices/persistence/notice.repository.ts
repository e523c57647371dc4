import { noticeTopicOf } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import type { Notice, NoticeDraft } from '../notice';
import { NoticeEntity } from './notice.entity';

export type NoticeRepository = ReturnType<typeof createNoticeRepository>;

/** @returns the notice that a row keeps */
export const noticeOf = (row: NoticeEntity): Notice => ({
  id: row.id,
  to: {
    type: row.recipientType,
    id: row.recipientId,
    ...(row.roles === null ? {} : { roles: row.roles.split(',') as NonNullable<Notice['to']['roles']> }),
  },
  position: row.position,
  kind: row.kind,
  subject: { type: row.subjectType, id: row.subjectId },
  facts: row.facts,
  createdAt: row.createdAt,
});

/** Notices as they are written, and who has read them. */
export function createNoticeRepository(database: Database) {
  return {
    find: (ctx: Context, id: string): Promise<NoticeEntity | null> =>
      database.manager(ctx).findOneBy(NoticeEntity, { id }),

    /**
     * Writes notices of one recipient; a fact that was told already is left out.
     * @returns ids of those that are new, in the order given
     */
    async append(
      ctx: TransactionContext,
      recipientId: string,
      drafts: readonly NoticeDraft[],
      now: Date,
    ): Promise<string[]> {
      await execute(
        database,
        `INSERT INTO notice_recipient (recipient_id, last_position) VALUES (?, ?)
         ON DUPLICATE KEY UPDATE last_position = last_position + VALUES(last_position)`,
        [recipientId, drafts.length],
        ctx,
      );
      const [counter] = await select<{ last: string }>(
        database,
        'SELECT last_position AS last FROM notice_recipient WHERE recipient_id = ?',
        [recipientId],
        ctx,
      );
      const first = Number(counter?.last) - drafts.length + 1;
      const rows = drafts.map((draft, at) => ({ ...draft, id: newId(now.getTime()), position: first + at }));
      await execute(
        database,
        `INSERT INTO notice (id, recipient_id, recipient_type, roles, position, kind, topic, subject_type, subject_id, fact,
           facts, created_at) VALUES ?
         ON DUPLICATE KEY UPDATE id = notice.id`,
        [
          rows.map((row) => [
            row.id,
            recipientId,
            row.to.type,
            row.to.roles?.join(',') ?? null,
            row.position,
            row.kind,
            noticeTopicOf[row.kind],
            row.subject.type,
            row.subject.id,
            row.fact,
            JSON.stringify(row.facts),
            now,
          ]),
        ],
        ctx,
      );
      const written = await select<{ id: string }>(
        database,
        'SELECT id FROM notice WHERE id IN (?)',
        [rows.map(({ id }) => id)],
        ctx,
      );
      const isNew = new Set(written.map(({ id }) => id));
      return rows.map(({ id }) => id).filter((id) => isNew.has(id));
    },

    async markRead(ctx: Context, personId: string, noticeIds: readonly string[], now: Date): Promise<void> {
      if (noticeIds.length === 0) return;
      await execute(
        database,
        'INSERT INTO notice_read (person_id, notice_id, read_at) VALUES ? ON DUPLICATE KEY UPDATE read_at = notice_read.read_at',
        [noticeIds.map((id) => [personId, id, now])],
        ctx,
      );
    },

    /** @param upTo position by recipient; a mark never goes back */
    async markReadUpTo(ctx: Context, personId: string, upTo: ReadonlyMap<string, number>): Promise<void> {
      if (upTo.size === 0) return;
      await execute(
        database,
        `INSERT INTO notice_read_up_to (person_id, recipient_id, position) VALUES ?
         ON DUPLICATE KEY UPDATE position = GREATEST(notice_read_up_to.position, VALUES(position))`,
        [[...upTo].map(([recipientId, position]) => [personId, recipientId, position])],
        ctx,
      );
    },

    /** Removes what is older. @returns how many rows went, at most `limit` of each table */
    async prune(ctx: Context, before: Date, limit: number): Promise<number> {
      const notices = await execute(database, 'DELETE FROM notice WHERE created_at < ? LIMIT ?', [before, limit], ctx);
      const marks = await execute(database, 'DELETE FROM notice_read WHERE read_at < ? LIMIT ?', [before, limit], ctx);
      return Math.max(notices, marks);
    },
  };
}
