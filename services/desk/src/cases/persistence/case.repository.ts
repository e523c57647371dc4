import type { listCases, Page } from '@duijie/contracts';
import {
  decodeCursor,
  execute,
  pageFrom,
  select,
  type Context,
  type Database,
  type TransactionContext,
} from '@duijie/service-kit';
import { In, IsNull, LessThan } from 'typeorm';
import type { z } from 'zod';
import { heldWork } from '../../staff/persistence/held-work';
import { CaseEntity } from './case.entity';

type Query = z.output<(typeof listCases)['query']>;
export type CaseRepository = ReturnType<typeof createCaseRepository>;

/** Cases that exist; those whose import was taken back are not found. */
export function createCaseRepository(database: Database) {
  /** @returns the only one, since a name that two bear names nobody */
  const only = async (ctx: Context, sql: string, values: readonly unknown[]): Promise<string | null> => {
    const rows = await select<{ id: string }>(database, `${sql} LIMIT 2`, values, ctx);
    return rows.length === 1 ? (rows[0]?.id ?? null) : null;
  };
  return {
    find: (ctx: Context, id: string): Promise<CaseEntity | null> =>
      database.manager(ctx).findOneBy(CaseEntity, { id, removedAt: IsNull() }),
    lock: (ctx: TransactionContext, id: string): Promise<CaseEntity | null> =>
      database
        .manager(ctx)
        .findOne(CaseEntity, { where: { id, removedAt: IsNull() }, lock: { mode: 'pessimistic_write' } }),
    async insert(ctx: TransactionContext, one: CaseEntity): Promise<void> {
      await database.manager(ctx).insert(CaseEntity, one);
    },
    async update(ctx: TransactionContext, one: CaseEntity): Promise<void> {
      await database.manager(ctx).update(CaseEntity, { id: one.id }, one);
    },
    lockHeld: (ctx: TransactionContext, associationId: string, assigneeId: string): Promise<CaseEntity[]> =>
      database.manager(ctx).find(CaseEntity, {
        where: { associationId, assigneeId, state: 'open' },
        order: { id: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      }),
    ...heldWork(database, 'desk_case'),
    /** Newest first. @param assigneeIds only theirs */
    async list(
      ctx: Context,
      associationId: string,
      assigneeIds: readonly string[] | null,
      { state, limit, cursor }: Query,
    ): Promise<Page<CaseEntity>> {
      const below = cursor === undefined ? undefined : decodeCursor(cursor, ['id'])[0];
      const rows = await database.manager(ctx).find(CaseEntity, {
        where: {
          associationId,
          state,
          removedAt: IsNull(),
          ...(assigneeIds === null
            ? {}
            : { assigneeId: assigneeIds.length === 1 ? (assigneeIds[0] ?? '') : In([...assigneeIds]) }),
          ...(below === undefined ? {} : { id: LessThan(below) }),
        },
        order: { id: 'DESC' },
        take: limit + 1,
      });
      return pageFrom(rows, limit, ({ id }) => [id]);
    },
    /** Whether anybody has written of it in the communication log, or done or changed a step of it. */
    async isTouched(ctx: TransactionContext, caseId: string, associationId: string): Promise<boolean> {
      const rows = await select(
        database,
        `SELECT 1 FROM communication_log WHERE association_id = ? AND case_id = ?
         UNION SELECT 1 FROM follow_up WHERE association_id = ? AND case_id = ? AND (state = 'done' OR version > 1) LIMIT 1`,
        [associationId, caseId, associationId, caseId],
        ctx,
      );
      return rows.length > 0;
    },

    /** @returns the one organisation of this name */
    organisationNamed: (ctx: Context, name: string): Promise<string | null> =>
      only(ctx, 'SELECT id FROM organisation_name WHERE name = ?', [name]),
    /** @returns the one need of this title that the organisation posted */
    needTitled: (ctx: Context, organisationId: string, title: string): Promise<string | null> =>
      only(ctx, 'SELECT id FROM need_title WHERE organisation_id = ? AND title = ?', [organisationId, title]),
    putOrganisationName: (ctx: TransactionContext, id: string, name: string) =>
      execute(
        database,
        'INSERT INTO organisation_name (id, name) VALUES (?, ?) ON DUPLICATE KEY UPDATE name = VALUES(name)',
        [id, name],
        ctx,
      ),
    putNeedTitle: (ctx: TransactionContext, id: string, organisationId: string, title: string) =>
      execute(
        database,
        'INSERT INTO need_title (id, organisation_id, title) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE title = VALUES(title)',
        [id, organisationId, title],
        ctx,
      ),
    /** Locks cases that name this organisation and do not know it yet. */
    async lockNaming(ctx: TransactionContext, name: string): Promise<readonly CaseEntity[]> {
      const lock = { mode: 'pessimistic_write' } as const;
      const posters = await database.manager(ctx).find(CaseEntity, {
        where: { posterName: name, posterId: IsNull(), removedAt: IsNull() },
        lock,
      });
      const counterparts = await database.manager(ctx).find(CaseEntity, {
        where: { counterpartName: name, counterpartId: IsNull(), removedAt: IsNull() },
        lock,
      });
      return [...new Map([...posters, ...counterparts].map((one) => [one.id, one])).values()];
    },
    /** Locks open cases of a poster with this title that have no need yet. */
    lockTitled: (ctx: TransactionContext, posterId: string, title: string): Promise<CaseEntity[]> =>
      database.manager(ctx).find(CaseEntity, {
        where: { posterId, title, needId: IsNull(), state: 'open', removedAt: IsNull() },
        lock: { mode: 'pessimistic_write' },
      }),
  };
}
