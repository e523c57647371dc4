import { execute, select, type Database } from '@duijie/service-kit';
import type { NeedState } from '@duijie/contracts';

export interface DueNeed {
  readonly id: string;
  readonly state: NeedState;
}
export interface DuePackage {
  readonly id: string;
  readonly changeNo: number;
}
export interface WorkCounts {
  readonly openNeeds: number;
  readonly dueNeeds: number;
  readonly oldestDueSince: Date | null;
  /** Kept-up lists made over an older index than now. */
  readonly settling: number;
  readonly publishedPackages: number;
  readonly duePackages: number;
}

/** What the database says is to be done. */
export interface WorkRepository {
  /** Longest waiting first. */
  dueNeeds(before: Date, limit: number): Promise<readonly DueNeed[]>;
  duePackages(before: Date, limit: number): Promise<readonly DuePackage[]>;
  /**
   * Lists made over an index older than `epoch`, a list of needs a district; needs that wait for their own
   * change are not among them.
   */
  unsettledNeeds(epoch: number): Promise<readonly (readonly string[])[]>;
  isUnsettled(epoch: number): Promise<boolean>;
  /** Those of these needs that still wait: for their own change, or (given an epoch) for a newer index. */
  stillWaiting(needIds: readonly string[], epoch: number | null): Promise<readonly string[]>;
  /** Needs that hold one of the packages in their list, suggested or dismissed. */
  needsListing(packageIds: readonly string[]): Promise<readonly string[]>;
  /** @param upTo highest position in the feed that was worked on; a package that has moved on since stays due */
  packagesDone(packageIds: readonly string[], upTo: number): Promise<void>;
  /** Needs out of whose lists something was taken: theirs reach further down than others. */
  needsWithDismissals(): Promise<readonly string[]>;
  publishedPackages(): Promise<number>;
  counts(epoch: number): Promise<WorkCounts>;
  backlog(): Promise<{ readonly due: number; readonly oldestDueSince: Date | null }>;
}

export function createWorkRepository(database: Database): WorkRepository {
  const count = async (sql: string, values: readonly unknown[] = []): Promise<number> => {
    const [row] = await select<{ n: string }>(database, sql, values);
    return Number(row?.n ?? 0);
  };
  const publishedPackages = () => count(`SELECT COUNT(*) AS n FROM package_copy WHERE state = 'published'`);
  const backlog: WorkRepository['backlog'] = async () => {
    const [row] = await select<{ n: string; oldest: Date | null }>(
      database,
      'SELECT COUNT(*) AS n, MIN(due_since) AS oldest FROM need_copy WHERE due_since IS NOT NULL',
    );
    return { due: Number(row?.n ?? 0), oldestDueSince: row?.oldest ?? null };
  };
  return {
    dueNeeds: (before, limit) =>
      select<DueNeed>(
        database,
        'SELECT id, state FROM need_copy WHERE due_since IS NOT NULL AND due_since <= ? ORDER BY due_since, id LIMIT ?',
        [before, limit],
      ),
    async duePackages(before, limit) {
      const rows = await select<{ id: string; change_no: string }>(
        database,
        `SELECT id, change_no FROM package_copy WHERE due_since IS NOT NULL AND due_since <= ? ORDER BY due_since, id LIMIT ?`,
        [before, limit],
      );
      return rows.map((row) => ({ id: row.id, changeNo: Number(row.change_no) }));
    },
    async unsettledNeeds(epoch) {
      const rows = await select<{ id: string; district: string | null }>(
        database,
        `SELECT id, JSON_UNQUOTE(JSON_EXTRACT(body, '$.place.district')) AS district FROM need_copy
         WHERE open = 1 AND matched_epoch < ? AND due_since IS NULL ORDER BY id`,
        [epoch],
      );
      const districts = new Map<string | null, string[]>();
      for (const { id, district } of rows) {
        const needIds = districts.get(district);
        if (needIds) needIds.push(id);
        else districts.set(district, [id]);
      }
      return [...districts.values()];
    },
    async isUnsettled(epoch) {
      const rows = await select(
        database,
        'SELECT 1 FROM need_copy WHERE open = 1 AND matched_epoch < ? AND due_since IS NULL LIMIT 1',
        [epoch],
      );
      return rows.length > 0;
    },
    async stillWaiting(needIds, epoch) {
      const rows = await select<{ id: string }>(
        database,
        `SELECT id FROM need_copy WHERE id IN (?) AND open = 1 AND ${epoch === null ? 'due_since IS NOT NULL' : 'due_since IS NULL AND matched_epoch < ?'}`,
        epoch === null ? [needIds] : [needIds, epoch],
      );
      return rows.map(({ id }) => id);
    },
    async needsListing(packageIds) {
      const rows = await select<{ need_id: string }>(
        database,
        'SELECT DISTINCT need_id FROM need_match WHERE package_id IN (?) ORDER BY need_id',
        [packageIds],
      );
      return rows.map((row) => row.need_id);
    },
    async packagesDone(packageIds, upTo) {
      await execute(
        database,
        'UPDATE package_copy SET matched_sequence = sequence, due_since = NULL WHERE id IN (?) AND change_no <= ?',
        [packageIds, upTo],
      );
    },
    async needsWithDismissals() {
      const rows = await select<{ id: string }>(
        database,
        'SELECT id FROM need_copy WHERE dismissing = 1 AND open = 1 ORDER BY id',
      );
      return rows.map(({ id }) => id);
    },
    publishedPackages,
    async counts(epoch) {
      const due = await backlog();
      return {
        openNeeds: await count('SELECT COUNT(*) AS n FROM need_copy WHERE open = 1'),
        dueNeeds: due.due,
        oldestDueSince: due.oldestDueSince,
        settling: await count('SELECT COUNT(*) AS n FROM need_copy WHERE open = 1 AND matched_epoch < ?', [epoch]),
        publishedPackages: await publishedPackages(),
        duePackages: await count('SELECT COUNT(*) AS n FROM package_copy WHERE due_since IS NOT NULL'),
      };
    },
    backlog,
  };
}
