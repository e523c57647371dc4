import type { listNeedHistory, listNeedVersions, needVersion, Page, PageQuery } from '@duijie/contracts';
import {
  decodeCursor,
  onBehalfColumns,
  onBehalfOfEntry,
  pageFrom,
  select,
  type Database,
  type OnBehalfRow,
} from '@duijie/service-kit';
import type { z } from 'zod';

type Items<R extends { readonly response: z.ZodType<{ items: unknown[] }> }> = z.output<R['response']>['items'][number];

/** What is recorded of a need: its published versions and the steps of its life. */
export interface NeedRecords {
  /** Newest first. */
  versions(needId: string, page: PageQuery): Promise<Page<Items<typeof listNeedVersions>>>;
  version(needId: string, version: number): Promise<z.output<typeof needVersion> | null>;
  /** Newest first. */
  history(needId: string, page: PageQuery): Promise<Page<Items<typeof listNeedHistory>>>;
}

interface HistoryRow extends OnBehalfRow {
  readonly id: string;
  readonly occurred_at: Date;
  readonly action: string;
  readonly from_state: string | null;
  readonly to_state: string | null;
  readonly reason: string | null;
  readonly actor: string;
  readonly organisation_id: string | null;
}

export const createNeedRecords = (database: Database): NeedRecords => ({
  async versions(needId, { limit, cursor }) {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['number'])[0];
    const rows = await select<{ version: number; title: string; created_at: Date }>(
      database,
      `SELECT version, title, created_at FROM need_version WHERE need_id = ? ${after !== null ? 'AND version < ?' : ''}
       ORDER BY version DESC LIMIT ?`,
      [needId, ...(after === null ? [] : [after]), limit + 1],
    );
    const page = pageFrom(rows, limit, (row) => [row.version]);
    return {
      ...page,
      items: page.items.map((row) => ({ version: row.version, at: row.created_at.toISOString(), title: row.title })),
    };
  },
  async version(needId, version) {
    const [row] = await select<{ snapshot: string; created_at: Date }>(
      database,
      'SELECT snapshot, created_at FROM need_version WHERE need_id = ? AND version = ?',
      [needId, version],
    );
    if (!row) return null;
    return {
      version,
      at: row.created_at.toISOString(),
      need: JSON.parse(row.snapshot) as z.output<typeof needVersion>['need'],
    };
  },
  async history(needId, { limit, cursor }) {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['id'])[0];
    const rows = await select<HistoryRow>(
      database,
      `SELECT id, occurred_at, action, from_state, to_state, reason, actor, organisation_id, ${onBehalfColumns} FROM audit_entry
       WHERE aggregate_id = ? ${after ? 'AND id < ?' : ''} ORDER BY id DESC LIMIT ?`,
      [needId, ...(after === null ? [] : [after]), limit + 1],
    );
    const page = pageFrom(rows, limit, (row) => [row.id]);
    return {
      ...page,
      items: page.items.map((row) => ({
        at: row.occurred_at.toISOString(),
        action: row.action,
        from: row.from_state,
        to: row.to_state,
        reason: row.reason,
        actor: row.actor,
        organisationId: row.organisation_id,
        onBehalf: onBehalfOfEntry(row),
      })),
    };
  },
});
