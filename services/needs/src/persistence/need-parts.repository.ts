import type { Page, PageQuery } from '@duijie/contracts';
import {
  decodeCursor,
  execute,
  pageFrom,
  select,
  type Context,
  type Database,
  type TransactionContext,
} from '@duijie/service-kit';

/** A file of a need. */
export interface Attachment {
  readonly id: string;
  readonly needId: string;
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly private: boolean;
  readonly addedAt: Date;
}
/** Somebody's “我也要”. */
export interface Join {
  readonly id: string;
  readonly needId: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly note: string | null;
  readonly joinedAt: Date;
}

/** Files and joins of needs. */
export interface NeedPartsRepository {
  attachments(ctx: Context, needId: string): Promise<readonly Attachment[]>;
  addAttachment(ctx: TransactionContext, attachment: Attachment): Promise<void>;
  removeAttachment(ctx: TransactionContext, id: string): Promise<void>;
  /** @throws the driver's 1062 when the organisation has joined already */
  addJoin(ctx: TransactionContext, join: Join): Promise<void>;
  lockJoin(ctx: TransactionContext, needId: string, id: string): Promise<Join | null>;
  removeJoin(ctx: TransactionContext, id: string): Promise<void>;
  joins(needId: string, page: PageQuery): Promise<Page<Join>>;
  countJoins(needId: string): Promise<number>;
  /** Organisations that joined, in the order of joining. */
  joinedBy(ctx: Context, needId: string, most: number): Promise<readonly string[]>;
  /** Adds joins of whoever has not joined yet; those are left as they are. */
  addMissingJoins(ctx: TransactionContext, joins: readonly Join[]): Promise<void>;
  /** Every join of a need. */
  allJoins(ctx: TransactionContext, needId: string): Promise<readonly Join[]>;
}

interface AttachmentRow extends Omit<Attachment, 'private'> {
  readonly private: number;
}
const joinColumns =
  'id, need_id AS needId, organisation_id AS organisationId, organisation_name AS organisationName, note, joined_at AS joinedAt';

export const createNeedPartsRepository = (database: Database): NeedPartsRepository => ({
  async attachments(ctx, needId) {
    const rows = await select<AttachmentRow>(
      database,
      `SELECT id, need_id AS needId, title, file_name AS fileName, media_type AS mediaType, size, sha256, private,
        added_at AS addedAt FROM need_attachment WHERE need_id = ? ORDER BY id`,
      [needId],
      ctx,
    );
    return rows.map((row) => ({ ...row, private: row.private === 1 }));
  },
  async addAttachment(ctx, { id, needId, title, fileName, mediaType, size, sha256, private: hidden, addedAt }) {
    await execute(
      database,
      `INSERT INTO need_attachment (id, need_id, title, file_name, media_type, size, sha256, private, added_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [id, needId, title, fileName, mediaType, size, sha256, hidden ? 1 : 0, addedAt],
      ctx,
    );
  },
  async removeAttachment(ctx, id) {
    await execute(database, 'DELETE FROM need_attachment WHERE id = ?', [id], ctx);
  },
  async addJoin(ctx, { id, needId, organisationId, organisationName, note, joinedAt }) {
    await execute(
      database,
      `INSERT INTO need_join (id, need_id, organisation_id, organisation_name, note, joined_at) VALUES (?, ?, ?, ?, ?, ?)`,
      [id, needId, organisationId, organisationName, note, joinedAt],
      ctx,
    );
  },
  async lockJoin(ctx, needId, id) {
    const [row] = await select<Join>(
      database,
      `SELECT ${joinColumns} FROM need_join WHERE id = ? AND need_id = ? FOR UPDATE`,
      [id, needId],
      ctx,
    );
    return row ?? null;
  },
  async removeJoin(ctx, id) {
    await execute(database, 'DELETE FROM need_join WHERE id = ?', [id], ctx);
  },
  async joins(needId, { limit, cursor }) {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['id'])[0];
    const rows = await select<Join>(
      database,
      `SELECT ${joinColumns} FROM need_join WHERE need_id = ? ${after ? 'AND id > ?' : ''} ORDER BY id LIMIT ?`,
      [needId, ...(after === null ? [] : [after]), limit + 1],
    );
    return pageFrom(rows, limit, (join) => [join.id]);
  },
  async countJoins(needId) {
    const [row] = await select<{ n: string }>(database, 'SELECT COUNT(*) AS n FROM need_join WHERE need_id = ?', [
      needId,
    ]);
    return Number(row?.n ?? 0);
  },
  async joinedBy(ctx, needId, most) {
    const rows = await select<{ organisation_id: string }>(
      database,
      `SELECT organisation_id FROM need_join WHERE need_id = ? ORDER BY id LIMIT ${most}`,
      [needId],
      ctx,
    );
    return rows.map((row) => row.organisation_id);
  },
  async addMissingJoins(ctx, joins) {
    for (let at = 0; at < joins.length; at += 200)
      await execute(
        database,
        'INSERT IGNORE INTO need_join (id, need_id, organisation_id, organisation_name, note, joined_at) VALUES ?',
        [
          joins
            .slice(at, at + 200)
            .map((join) => [
              join.id,
              join.needId,
              join.organisationId,
              join.organisationName,
              join.note,
              join.joinedAt,
            ]),
        ],
        ctx,
      );
  },
  allJoins: (ctx, needId) =>
    select<Join>(database, `SELECT ${joinColumns} FROM need_join WHERE need_id = ? ORDER BY id`, [needId], ctx),
});
