import type { DeskTaskCount, DeskTaskKind, DeskTerms, Page } from '@duijie/contracts';
import {
  decodeCursor,
  execute,
  pageFrom,
  select,
  type Context,
  type Database,
  type TransactionContext,
} from '@duijie/service-kit';
import { In, IsNull } from 'typeorm';
import { defaultTerms } from '../default-terms';
import { DeskTaskEntity, DeskTermsEntity } from './task.entity';

/** By what the queue is narrowed. */
export interface TaskFilter {
  readonly state: 'open' | 'done';
  /** Sees its own and those of every association. */
  readonly associationId: string;
  /** Persons whose tasks they are, null for those of nobody; left out for all. */
  readonly holders?: readonly (string | null)[];
  readonly kinds?: readonly DeskTaskKind[] | undefined;
  readonly dueBy?: Date | undefined;
  readonly needId?: string | undefined;
}

/**
 * The statement of one page: a walk along one index for each kind and holder, merged.
 * @param after due date and id of the last task seen @param take rows
 */
export function taskListStatement(
  { state, associationId, holders, kinds, dueBy, needId }: TaskFilter,
  after: { readonly dueAt: Date; readonly id: string } | undefined,
  take: number,
): { readonly sql: string; readonly values: unknown[] } {
  const values: unknown[] = [];
  const walks = (holders ?? [undefined]).flatMap((holder) =>
    (kinds ?? [undefined]).map((kind) => {
      const conditions = ['state = ?', '(association_id IS NULL OR association_id = ?)'];
      values.push(state, associationId);
      if (needId !== undefined) {
        conditions.push('need_id = ?');
        values.push(needId);
      }
      if (holder === null) conditions.push('broker_person_id IS NULL');
      if (typeof holder === 'string') {
        conditions.push('broker_person_id = ?');
        values.push(holder);
      }
      if (kind !== undefined) {
        conditions.push('kind = ?');
        values.push(kind);
      }
      if (dueBy) {
        conditions.push('due_at <= ?');
        values.push(dueBy);
      }
      if (after) {
        conditions.push('due_at >= ? AND (due_at > ? OR id > ?)');
        values.push(after.dueAt, after.dueAt, after.id);
      }
      const index =
        needId !== undefined
          ? 'need'
          : holder === undefined
            ? kind === undefined
              ? 'due'
              : 'kind'
            : kind === undefined
              ? 'broker'
              : 'broker_kind';
      return `(SELECT id, due_at FROM desk_task FORCE INDEX (ix_desk_task_${index}) WHERE ${conditions.join(' AND ')}
        ORDER BY due_at, id LIMIT ${take})`;
    }),
  );
  const [only, ...others] = walks;
  if (only !== undefined && others.length === 0) return { sql: only.slice(1, -1), values };
  return { sql: `${walks.join(' UNION ALL ')} ORDER BY due_at, id LIMIT ${take}`, values };
}

export type TaskRepository = ReturnType<typeof createTaskRepository>;

/** Tasks of the broker's queue, and its terms. */
export function createTaskRepository(database: Database) {
  const lockWhere = (ctx: TransactionContext, where: object): Promise<DeskTaskEntity[]> =>
    database.manager(ctx).find(DeskTaskEntity, { where, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
  return {
    find: (ctx: Context, id: string): Promise<DeskTaskEntity | null> =>
      database.manager(ctx).findOneBy(DeskTaskEntity, { id }),
    lock: async (ctx: TransactionContext, id: string): Promise<DeskTaskEntity | null> =>
      (await lockWhere(ctx, { id }))[0] ?? null,
    lockSubject: async (
      ctx: TransactionContext,
      kind: DeskTaskKind,
      subjectId: string,
    ): Promise<DeskTaskEntity | null> => (await lockWhere(ctx, { kind, subjectId }))[0] ?? null,
    /** All of a need, whatever their state. */
    lockNeed: (ctx: TransactionContext, needId: string): Promise<DeskTaskEntity[]> => lockWhere(ctx, { needId }),
    insert: async (ctx: TransactionContext, task: DeskTaskEntity): Promise<void> => {
      await database.manager(ctx).insert(DeskTaskEntity, task);
    },
    update: async (ctx: TransactionContext, task: DeskTaskEntity): Promise<void> => {
      await database.manager(ctx).update(DeskTaskEntity, { id: task.id }, task);
    },
    remove: async (ctx: TransactionContext, id: string): Promise<void> => {
      await database.manager(ctx).delete(DeskTaskEntity, { id });
    },
    /** @returns whether it was nobody's and open at that version, and is the claimant's now */
    claim: async (ctx: TransactionContext, task: DeskTaskEntity, version: number): Promise<boolean> => {
      const { affected } = await database
        .manager(ctx)
        .update(DeskTaskEntity, { id: task.id, version, state: 'open', brokerPersonId: IsNull() }, task);
      return affected === 1;
    },
    /** Shows what waited until now. @returns how many, at most `take` */
    openDue: (ctx: TransactionContext, now: Date, take: number): Promise<number> =>
      execute(
        database,
        `UPDATE desk_task SET state = 'open', version = version + 1, updated_at = ?
         WHERE state = 'waiting' AND due_at <= ? ORDER BY due_at LIMIT ${take}`,
        [now, now],
        ctx,
      ),

    async list(
      ctx: Context,
      filter: TaskFilter,
      query: { readonly limit: number; readonly cursor?: string | undefined },
    ): Promise<Page<DeskTaskEntity>> {
      const [dueAt, id] = query.cursor === undefined ? [] : decodeCursor(query.cursor, ['instant', 'id']);
      const after = dueAt && id !== undefined ? { dueAt, id } : undefined;
      const { sql, values } = taskListStatement(filter, after, query.limit + 1);
      const rows = await select<{ id: string; due_at: Date }>(database, sql, values, ctx);
      const page = pageFrom(rows, query.limit, (row) => [row.due_at.getTime(), row.id]);
      const found = await database.manager(ctx).findBy(DeskTaskEntity, { id: In(page.items.map((row) => row.id)) });
      const byId = new Map(found.map((task) => [task.id, task]));
      return { ...page, items: page.items.flatMap((row) => byId.get(row.id) ?? []) };
    },
    /** @param holders whose tasks count as `mine` @returns kinds that have open tasks */
    counts: async (
      ctx: Context,
      associationId: string,
      holders: readonly string[],
      now: Date,
    ): Promise<DeskTaskCount[]> =>
      (
        await select<Record<keyof DeskTaskCount, string>>(
          database,
          `SELECT kind, COUNT(*) AS \`open\`, SUM(due_at <= ?) AS due, SUM(broker_person_id IN (?)) AS mine,
             SUM(broker_person_id IS NULL) AS unclaimed
           FROM desk_task WHERE state = 'open' AND (association_id IS NULL OR association_id = ?) GROUP BY kind`,
          [now, holders, associationId],
          ctx,
        )
      ).map((row) => ({
        kind: row.kind as DeskTaskKind,
        open: Number(row.open),
        due: Number(row.due),
        // SUM over comparisons with NULL alone is NULL.
        mine: Number(row.mine ?? 0),
        unclaimed: Number(row.unclaimed),
      })),

    /** What one person in an association has or will have to do, locked. */
    lockHeld: (ctx: TransactionContext, organisationId: string, personId: string): Promise<DeskTaskEntity[]> =>
      lockWhere(ctx, {
        state: In(['open', 'waiting']),
        brokerPersonId: personId,
        brokerOrganisationId: organisationId,
      }),
    /** @returns how many each person of an association has open */
    countHeld: async (ctx: Context, organisationId: string): Promise<ReadonlyMap<string, number>> =>
      new Map(
        (
          await select<{ person: string; tasks: string }>(
            database,
            `SELECT broker_person_id AS person, COUNT(*) AS tasks FROM desk_task
             WHERE state = 'open' AND broker_organisation_id = ? AND broker_person_id IS NOT NULL GROUP BY broker_person_id`,
            [organisationId],
            ctx,
          )
        ).map(({ person, tasks }) => [person, Number(tasks)]),
      ),

    async terms(ctx: Context): Promise<DeskTerms> {
      const row = await database.manager(ctx).findOneBy(DeskTermsEntity, { name: 'queue' });
      return row ? { ...row.terms, version: row.version } : { ...defaultTerms, version: 1 };
    },
    /** @returns the terms, and locks them */
    async lockTerms(ctx: TransactionContext): Promise<DeskTerms> {
      const manager = database.manager(ctx);
      await manager.query(`INSERT IGNORE INTO desk_terms (name, version, terms) VALUES ('queue', 1, ?)`, [
        JSON.stringify(defaultTerms),
      ]);
      const { terms, version } = await manager.findOneOrFail(DeskTermsEntity, {
        where: { name: 'queue' },
        lock: { mode: 'pessimistic_write' },
      });
      return { ...terms, version };
    },
    async putTerms(ctx: TransactionContext, { version, ...terms }: DeskTerms): Promise<void> {
      await database.manager(ctx).update(DeskTermsEntity, { name: 'queue' }, { version, terms });
    },
  };
}
