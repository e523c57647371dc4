import type { Context, Database, TransactionContext } from '@duijie/service-kit';
import { LessThan, MoreThan } from 'typeorm';
import { SavedSearchEntity } from './saved-search.entity';

/** Whose searches: a person's, of one organisation. */
export interface Owner {
  readonly personId: string;
  readonly organisationId: string;
}

export interface SavedSearchesRepository {
  /** In the order of saving. */
  of(ctx: Context, owner: Owner, limit: number): Promise<SavedSearchEntity[]>;
  lock(ctx: TransactionContext, owner: Owner, id: string): Promise<SavedSearchEntity | null>;
  insert(ctx: TransactionContext, saved: SavedSearchEntity): Promise<void>;
  update(ctx: TransactionContext, saved: SavedSearchEntity): Promise<void>;
  /** @returns whether it was there */
  remove(ctx: Context, owner: Owner, id: string): Promise<boolean>;
  /** All, by id. */
  after(ctx: Context, id: string, limit: number): Promise<SavedSearchEntity[]>;
  /** Locks some of those that are told once a day, have something to tell, and were told of last before `before`. */
  lockDaily(ctx: TransactionContext, before: Date, limit: number): Promise<SavedSearchEntity[]>;
  lockById(ctx: TransactionContext, id: string): Promise<SavedSearchEntity | null>;
}

const forUpdate = { lock: { mode: 'pessimistic_write' } } as const;

export const createSavedSearchesRepository = (database: Database): SavedSearchesRepository => ({
  of: (ctx, owner, take) =>
    database.manager(ctx).find(SavedSearchEntity, { where: { ...owner }, order: { id: 'ASC' }, take }),
  lock: (ctx, owner, id) => database.manager(ctx).findOne(SavedSearchEntity, { where: { ...owner, id }, ...forUpdate }),
  lockById: (ctx, id) => database.manager(ctx).findOne(SavedSearchEntity, { where: { id }, ...forUpdate }),
  async insert(ctx, saved) {
    await database.manager(ctx).insert(SavedSearchEntity, saved);
  },
  async update(ctx, saved) {
    const { id, ...rest } = saved;
    await database.manager(ctx).update(SavedSearchEntity, { id }, rest);
  },
  async remove(ctx, owner, id) {
    const { affected } = await database.manager(ctx).delete(SavedSearchEntity, { ...owner, id });
    return affected === 1;
  },
  after: (ctx, id, take) =>
    database.manager(ctx).find(SavedSearchEntity, { where: { id: MoreThan(id) }, order: { id: 'ASC' }, take }),
  lockDaily: (ctx, before, take) =>
    database.manager(ctx).find(SavedSearchEntity, {
      where: { alert: 'daily', untold: MoreThan(0), toldAt: LessThan(before) },
      take,
      ...forUpdate,
    }),
});
