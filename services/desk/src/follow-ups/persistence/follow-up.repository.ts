import type { listFollowUps, Page } from '@duijie/contracts';
import { decodeCursor, pageFrom, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import { In, LessThan, MoreThan, type FindOptionsWhere } from 'typeorm';
import type { z } from 'zod';
import { heldWork } from '../../staff/persistence/held-work';
import { aboutKeys, type AboutInput } from '../about';
import { FollowUpEntity } from './follow-up.entity';

type Query = Omit<z.output<(typeof listFollowUps)['query']>, 'whose' | keyof AboutInput>;
export type FollowUpRepository = ReturnType<typeof createFollowUpRepository>;

/** Follow-ups of associations. */
export const createFollowUpRepository = (database: Database) => ({
  async insert(ctx: TransactionContext, followUp: FollowUpEntity): Promise<void> {
    await database.manager(ctx).insert(FollowUpEntity, followUp);
  },
  async update(ctx: TransactionContext, followUp: FollowUpEntity): Promise<void> {
    await database.manager(ctx).update(FollowUpEntity, { id: followUp.id }, followUp);
  },
  lock: (ctx: TransactionContext, id: string): Promise<FollowUpEntity | null> =>
    database.manager(ctx).findOne(FollowUpEntity, { where: { id }, lock: { mode: 'pessimistic_write' } }),
  lockOpenOfCase: (ctx: TransactionContext, caseId: string): Promise<FollowUpEntity | null> =>
    database.manager(ctx).findOne(FollowUpEntity, { where: { caseId, live: 1 }, lock: { mode: 'pessimistic_write' } }),
  /** The next step of each case that has one. */
  async openOfCases(ctx: Context, caseIds: readonly string[]): Promise<ReadonlyMap<string, FollowUpEntity>> {
    if (caseIds.length === 0) return new Map();
    const rows = await database.manager(ctx).findBy(FollowUpEntity, { caseId: In([...caseIds]), live: 1 });
    return new Map(rows.map((row) => [row.caseId ?? '', row]));
  },
  /** Locks all that is open of one person. */
  lockHeld: (ctx: TransactionContext, associationId: string, assigneeId: string): Promise<FollowUpEntity[]> =>
    database.manager(ctx).find(FollowUpEntity, {
      where: { associationId, assigneeId, state: 'open' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    }),
  ...heldWork(database, 'follow_up'),
  /** By day, the earliest first. @param assigneeIds only theirs */
  async list(
    ctx: Context,
    associationId: string,
    assigneeIds: readonly string[] | null,
    about: AboutInput,
    { state, limit, cursor }: Query,
  ): Promise<Page<FollowUpEntity>> {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['code', 'id']);
    const subject = Object.fromEntries(
      aboutKeys.flatMap((key) => (about[key] === undefined ? [] : [[key, about[key]] as const])),
    );
    const base: FindOptionsWhere<FollowUpEntity> = {
      associationId,
      state,
      ...subject,
      ...(assigneeIds === null
        ? {}
        : { assigneeId: assigneeIds.length === 1 ? (assigneeIds[0] ?? '') : In([...assigneeIds]) }),
    };
    // Done ones are looked back upon: the latest first.
    const [order, beyond] = state === 'open' ? (['ASC', MoreThan] as const) : (['DESC', LessThan] as const);
    const rows = await database.manager(ctx).find(FollowUpEntity, {
      where: after
        ? [
            { ...base, dueOn: beyond(after[0]) },
            { ...base, dueOn: after[0], id: beyond(after[1]) },
          ]
        : base,
      order: { dueOn: order, id: order },
      take: limit + 1,
    });
    return pageFrom(rows, limit, ({ dueOn, id }) => [dueOn, id]);
  },
});
