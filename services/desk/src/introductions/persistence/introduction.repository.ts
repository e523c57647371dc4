import type { IntroductionBody, Page } from '@duijie/contracts';
import { decodeCursor, pageFrom, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import { LessThan, type FindOptionsWhere } from 'typeorm';
import { IntroductionEntity } from './introduction.entity';

/** Whose introductions a list shows: each is a walk along one index. */
export type IntroductionScope =
  | { readonly providerId: string }
  | { readonly posterId: string }
  | { readonly brokerPersonId: string }
  | { readonly needId: string; readonly openToPoster?: true }
  | { readonly all: true };

function whereOf(scope: IntroductionScope): FindOptionsWhere<IntroductionEntity> {
  if ('all' in scope) return {};
  if ('providerId' in scope) return { providerId: scope.providerId, openToProvider: true };
  if ('posterId' in scope) return { posterId: scope.posterId, openToPoster: true };
  return { ...scope };
}

export type IntroductionRepository = ReturnType<typeof createIntroductionRepository>;

/** Introductions. */
export function createIntroductionRepository(database: Database) {
  return {
    find: (ctx: Context, id: string): Promise<IntroductionEntity | null> =>
      database.manager(ctx).findOneBy(IntroductionEntity, { id }),
    lock: (ctx: TransactionContext, id: string): Promise<IntroductionEntity | null> =>
      database.manager(ctx).findOne(IntroductionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } }),
    /** All of a need, the ended ones included; the need is locked by the caller where it decides by them. */
    ofNeed: (ctx: Context, needId: string): Promise<IntroductionEntity[]> =>
      database.manager(ctx).find(IntroductionEntity, { where: { needId }, order: { id: 'ASC' } }),
    insert: async (ctx: TransactionContext, one: IntroductionEntity): Promise<void> => {
      await database.manager(ctx).insert(IntroductionEntity, one);
    },
    update: async (ctx: TransactionContext, one: IntroductionEntity): Promise<void> => {
      await database.manager(ctx).update(IntroductionEntity, { id: one.id }, one);
    },
    /** Newest first. */
    async list(
      ctx: Context,
      scope: IntroductionScope,
      state: IntroductionBody['state'] | undefined,
      query: { readonly limit: number; readonly cursor?: string | undefined },
    ): Promise<Page<IntroductionEntity>> {
      const below = query.cursor === undefined ? undefined : decodeCursor(query.cursor, ['id'])[0];
      const rows = await database.manager(ctx).find(IntroductionEntity, {
        where: {
          ...whereOf(scope),
          ...(state === undefined ? {} : { state }),
          ...(below === undefined ? {} : { id: LessThan(below) }),
        },
        order: { id: 'DESC' },
        take: query.limit + 1,
      });
      return pageFrom(rows, query.limit, ({ id }) => [id]);
    },
  };
}
