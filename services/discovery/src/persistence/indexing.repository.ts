import { searchKinds, type SearchKind } from '@duijie/contracts';
import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import type { SearchContent } from '../document/search-content';

export interface DueDocument {
  readonly number: number;
  readonly id: string;
  readonly kind: SearchKind;
  readonly revision: number;
  /** Null when the engine is to forget it. */
  readonly content: SearchContent | null;
}
export interface IndexState {
  readonly kind: SearchKind;
  /** 0 before it was first built. */
  readonly settingsVersion: number;
  readonly rebuildRequestedAt: Date | null;
  readonly rebuiltAt: Date | null;
}

/** What the indexer reads and notes. */
export interface IndexingRepository {
  due(limit: number): Promise<DueDocument[]>;
  /** The engine has these; what has changed since stays due. */
  settle(
    ctx: TransactionContext,
    told: readonly { readonly number: number; readonly revision: number }[],
  ): Promise<void>;
  /** Visible documents of a kind after `number`, in order. */
  visible(kind: SearchKind, after: number, limit: number): Promise<DueDocument[]>;
  /** Of a kind: how many are visible, their greatest revision, how many the engine is still to be told of. */
  figures(kind: SearchKind): Promise<{ documents: number; revision: number; due: number }>;
  /** Has the engine told again of visible documents whose revision is greater. @returns how many */
  markDue(kind: SearchKind, afterRevision: number): Promise<number>;
  /** Has the engine told again of everything of a kind that has changed since a revision, hidden documents too. */
  markChangedSince(kind: SearchKind, revision: number): Promise<void>;
  /** How many documents are to be composed or told. */
  pending(): Promise<number>;
  lastRevision(): Promise<number>;
  /** One state a kind, also before the first time. */
  states(): Promise<IndexState[]>;
  requestRebuild(ctx: TransactionContext, at: Date): Promise<void>;
  /** A request that came after `begunAt` stands. */
  noteRebuilt(kind: SearchKind, settingsVersion: number, begunAt: Date, at: Date): Promise<void>;
}

interface Row {
  readonly number: number;
  readonly id: string;
  readonly kind: SearchKind;
  readonly revision: string;
  readonly visible: number;
  readonly content: string | null;
}
const columns = 'number, id, kind, revision, visible, content';
const toDue = (row: Row): DueDocument => ({
  number: row.number,
  id: row.id,
  kind: row.kind,
  revision: Number(row.revision),
  content: row.visible === 1 && row.content !== null ? (JSON.parse(row.content) as SearchContent) : null,
});

export function createIndexingRepository(database: Database): IndexingRepository {
  const number = async (sql: string, values: readonly unknown[] = [], ctx?: Context): Promise<number> =>
    Number((await select<{ n: string | null }>(database, sql, values, ctx))[0]?.n ?? 0);
  return {
    due: async (limit) =>
      (
        await select<Row>(
          database,
          `SELECT ${columns} FROM search_document WHERE due = 1 ORDER BY number LIMIT ${limit}`,
        )
      ).map(toDue),
    async settle(ctx, told) {
      if (told.length === 0) return;
      const rows = await select<{ number: number; revision: string }>(
        database,
        'SELECT number, revision FROM search_document WHERE number IN (?) FOR UPDATE',
        [told.map((t) => t.number)],
        ctx,
      );
      const revisions = new Map(told.map((t) => [t.number, t.revision]));
      const settled = rows.filter((row) => revisions.get(row.number) === Number(row.revision)).map((row) => row.number);
      if (settled.length > 0)
        await execute(database, 'UPDATE search_document SET due = 0 WHERE number IN (?)', [settled], ctx);
    },
    visible: async (kind, after, limit) =>
      (
        await select<Row>(
          database,
          `SELECT ${columns} FROM search_document WHERE number > ? AND kind = ? AND visible = 1 ORDER BY number LIMIT ${limit}`,
          [after, kind],
        )
      ).map(toDue),
    async figures(kind) {
      const [row] = await select<{ documents: string; revision: string | null }>(
        database,
        'SELECT COUNT(*) AS documents, MAX(revision) AS revision FROM search_document WHERE kind = ? AND visible = 1',
        [kind],
      );
      const due = await number('SELECT COUNT(*) AS n FROM search_document WHERE (due = 1 OR stale = 1) AND kind = ?', [
        kind,
      ]);
      return { documents: Number(row?.documents ?? 0), revision: Number(row?.revision ?? 0), due };
    },
    markDue: (kind, afterRevision) =>
      execute(database, 'UPDATE search_document SET due = 1 WHERE kind = ? AND visible = 1 AND revision > ?', [
        kind,
        afterRevision,
      ]),
    async markChangedSince(kind, revision) {
      await execute(
        database,
        'UPDATE search_document SET due = 1 WHERE kind = ? AND visible IN (0, 1) AND revision > ?',
        [kind, revision],
      );
    },
    pending: () =>
      number(
        `SELECT (SELECT COUNT(*) FROM search_document WHERE due = 1) + (SELECT COUNT(*) FROM search_document WHERE stale = 1 AND due = 0) AS n`,
      ),
    lastRevision: () => number(`SELECT value AS n FROM search_counter WHERE name = 'revision'`),
    async states() {
      const rows = await select<{
        kind: SearchKind;
        settings_version: number;
        rebuild_requested_at: Date | null;
        rebuilt_at: Date | null;
      }>(database, 'SELECT kind, settings_version, rebuild_requested_at, rebuilt_at FROM search_index');
      return searchKinds.map((kind) => {
        const row = rows.find((r) => r.kind === kind);
        return {
          kind,
          settingsVersion: row?.settings_version ?? 0,
          rebuildRequestedAt: row?.rebuild_requested_at ?? null,
          rebuiltAt: row?.rebuilt_at ?? null,
        };
      });
    },
    async requestRebuild(ctx, at) {
      await execute(
        database,
        `INSERT INTO search_index (kind, settings_version, rebuild_requested_at) VALUES ?
         ON DUPLICATE KEY UPDATE rebuild_requested_at = VALUES(rebuild_requested_at)`,
        [searchKinds.map((kind) => [kind, 0, at])],
        ctx,
      );
    },
    async noteRebuilt(kind, settingsVersion, begunAt, at) {
      await execute(
        database,
        `INSERT INTO search_index (kind, settings_version, rebuilt_at) VALUES (?, ?, ?)
         ON DUPLICATE KEY UPDATE settings_version = VALUES(settings_version), rebuilt_at = VALUES(rebuilt_at),
           rebuild_requested_at = IF(rebuild_requested_at <= ?, NULL, rebuild_requested_at)`,
        [kind, settingsVersion, at, begunAt],
      );
    },
  };
}
