import type { MemberRole, NoticeTopic } from '@duijie/contracts';
import { select, type Context, type Database } from '@duijie/service-kit';
import type { Notice } from '../notice';
import type { NoticeEntity } from './notice.entity';
import { noticeOf } from './notice.repository';

/** Who reads: a person, and the organisation acted for with the role there. */
export interface NoticeReader {
  readonly personId: string;
  readonly organisationId: string | null;
  readonly role: MemberRole | null;
}
/** How far a person has read, by recipient, and what it has muted. */
export interface ReaderMarks {
  readonly upTo: ReadonlyMap<string, number>;
  readonly muted: readonly NoticeTopic[];
}
/** What counts as unread: newer than this id, beyond the marks, not muted. */
export interface UnreadFilter {
  readonly marks: ReaderMarks;
  readonly sinceId: string;
}
export type NoticeBoard = ReturnType<typeof createNoticeBoard>;

const columns = `n.id, n.recipient_id AS recipientId, n.recipient_type AS recipientType, n.roles, n.position, n.kind, n.topic,
  n.subject_type AS subjectType, n.subject_id AS subjectId, n.fact, n.facts, n.created_at AS createdAt`;
type Row = Omit<NoticeEntity, 'facts' | 'position'> & { readonly facts: string; readonly position: string };
const fromRow = (row: Row): Notice =>
  noticeOf({ ...row, position: Number(row.position), facts: JSON.parse(row.facts) as NoticeEntity['facts'] });

/** @returns the recipients whose notices the reader sees */
export const recipientsOf = ({ personId, organisationId }: NoticeReader): string[] =>
  organisationId === null ? [personId] : [organisationId, personId];

/** Lists and counts of notices. Each recipient is read along an index of its own, and both are merged. */
export function createNoticeBoard(database: Database) {
  /** Conditions beside the recipient's. */
  function narrowed(reader: NoticeReader, recipientId: string, unread: UnreadFilter | undefined) {
    const parts = ['(n.roles IS NULL OR FIND_IN_SET(?, n.roles) > 0)'];
    const values: unknown[] = [reader.role ?? ''];
    if (unread) {
      parts.push(
        'n.position > ?',
        'n.id >= ?',
        'NOT EXISTS (SELECT 1 FROM notice_read r WHERE r.person_id = ? AND r.notice_id = n.id)',
      );
      values.push(unread.marks.upTo.get(recipientId) ?? 0, unread.sinceId, reader.personId);
      if (unread.marks.muted.length > 0) {
        parts.push('n.topic NOT IN (?)');
        values.push(unread.marks.muted);
      }
    }
    return { where: parts.join(' AND '), values };
  }

  return {
    /** Newest first, at most `limit`. @param belowId only older ones */
    async newest(
      ctx: Context,
      reader: NoticeReader,
      { belowId, limit, unread }: { belowId: string | undefined; limit: number; unread: UnreadFilter | undefined },
    ): Promise<Notice[]> {
      const found: Row[] = [];
      for (const recipientId of recipientsOf(reader)) {
        const { where, values } = narrowed(reader, recipientId, unread);
        found.push(
          ...(await select<Row>(
            database,
            `SELECT ${columns} FROM notice n WHERE n.recipient_id = ?${belowId === undefined ? '' : ' AND n.id < ?'} AND ${where}
             ORDER BY n.id DESC LIMIT ?`,
            [recipientId, ...(belowId === undefined ? [] : [belowId]), ...values, limit],
            ctx,
          )),
        );
      }
      return found
        .toSorted((a, b) => (a.id < b.id ? 1 : -1))
        .slice(0, limit)
        .map(fromRow);
    },

    /** @returns how many are unread, counted up to `most` */
    async countUnread(ctx: Context, reader: NoticeReader, unread: UnreadFilter, most: number): Promise<number> {
      let count = 0;
      for (const recipientId of recipientsOf(reader)) {
        const { where, values } = narrowed(reader, recipientId, unread);
        const [row] = await select<{ count: string }>(
          database,
          `SELECT COUNT(*) AS count FROM (SELECT 1 FROM notice n WHERE n.recipient_id = ? AND ${where} LIMIT ?) found`,
          [recipientId, ...values, most],
          ctx,
        );
        count += Number(row?.count);
      }
      return Math.min(count, most);
    },

    /** What came to a recipient after a position, in its order. */
    async after(
      ctx: Context,
      reader: NoticeReader,
      recipientId: string,
      position: number,
      limit: number,
    ): Promise<Notice[]> {
      const { where, values } = narrowed(reader, recipientId, undefined);
      const rows = await select<Row>(
        database,
        `SELECT ${columns} FROM notice n WHERE n.recipient_id = ? AND n.position > ? AND ${where} ORDER BY n.position LIMIT ?`,
        [recipientId, position, ...values, limit],
        ctx,
      );
      return rows.map(fromRow);
    },

    /** @returns those of the notices that the person has marked one by one */
    async markedRead(ctx: Context, personId: string, noticeIds: readonly string[]): Promise<ReadonlySet<string>> {
      if (noticeIds.length === 0) return new Set();
      const rows = await select<{ id: string }>(
        database,
        'SELECT notice_id AS id FROM notice_read WHERE person_id = ? AND notice_id IN (?)',
        [personId, noticeIds],
        ctx,
      );
      return new Set(rows.map(({ id }) => id));
    },

    async marksOf(ctx: Context, reader: NoticeReader): Promise<ReaderMarks> {
      const upTo = await select<{ id: string; position: string }>(
        database,
        'SELECT recipient_id AS id, position FROM notice_read_up_to WHERE person_id = ? AND recipient_id IN (?)',
        [reader.personId, recipientsOf(reader)],
        ctx,
      );
      const [setting] = await select<{ muted: string }>(
        database,
        'SELECT muted FROM notice_setting WHERE person_id = ?',
        [reader.personId],
        ctx,
      );
      return {
        upTo: new Map(upTo.map(({ id, position }) => [id, Number(position)])),
        muted: setting ? (JSON.parse(setting.muted) as NoticeTopic[]) : [],
      };
    },

    /** @returns the last position of each; recipients that never had a notice are left out */
    async lastPositions(ctx: Context, recipientIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
      if (recipientIds.length === 0) return new Map();
      const rows = await select<{ id: string; last: string }>(
        database,
        'SELECT recipient_id AS id, last_position AS last FROM notice_recipient WHERE recipient_id IN (?)',
        [recipientIds],
        ctx,
      );
      return new Map(rows.map(({ id, last }) => [id, Number(last)]));
    },

    /** @returns the last position of a recipient whose notice is not newer than the id; 0 where there is none */
    async positionAt(ctx: Context, recipientId: string, noticeId: string): Promise<number> {
      const [row] = await select<{ position: string }>(
        database,
        'SELECT position FROM notice WHERE recipient_id = ? AND id <= ? ORDER BY id DESC LIMIT 1',
        [recipientId, noticeId],
        ctx,
      );
      return Number(row?.position ?? 0);
    },
  };
}
