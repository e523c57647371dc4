import {
  Conflict,
  isDuplicateKey,
  select,
  type Context,
  type Database,
  type TransactionContext,
} from '@duijie/service-kit';
import { In, LessThan } from 'typeorm';
import { PayerReviewEntity, ReviewEntity, ReviewSubjectEntity } from './review.entity';

export type ReviewRepository = ReturnType<typeof createReviewRepository>;

async function once(insert: Promise<unknown>): Promise<void> {
  try {
    await insert;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw new Conflict('review.exists', { zh: '已经评价过了', en: 'There is a review already' });
  }
}

/** Reviews of providers, and what providers say of payers. */
export function createReviewRepository(database: Database) {
  return {
    find: (ctx: Context, id: string): Promise<ReviewEntity | null> =>
      database.manager(ctx).findOneBy(ReviewEntity, { id }),
    lock: (ctx: TransactionContext, id: string): Promise<ReviewEntity | null> =>
      database.manager(ctx).findOne(ReviewEntity, { where: { id }, lock: { mode: 'pessimistic_write' } }),
    /** @throws Conflict `review.exists` when the agreement has one */
    insert: async (
      ctx: TransactionContext,
      review: ReviewEntity,
      subjects: readonly ReviewSubjectEntity[],
    ): Promise<void> => {
      await once(database.manager(ctx).insert(ReviewEntity, review));
      await database.manager(ctx).insert(ReviewSubjectEntity, [...subjects]);
    },
    save: async (ctx: TransactionContext, review: ReviewEntity): Promise<void> => {
      await database.manager(ctx).update(ReviewEntity, { id: review.id }, review);
    },
    /** Whom it is about. */
    subjectIds: async (ctx: Context, reviewId: string): Promise<string[]> =>
      (await database.manager(ctx).find(ReviewSubjectEntity, { where: { reviewId } })).map(
        ({ organisationId }) => organisationId,
      ),
    /** Of one organisation, newest first. @param after last one of the page before */
    page: async (
      ctx: Context,
      organisationId: string,
      after: readonly [Date, string] | null,
      take: number,
    ): Promise<ReviewEntity[]> => {
      const subjects = await select<{ id: string }>(
        database,
        `SELECT review_id AS id FROM review_subject WHERE organisation_id = ?
          ${after ? 'AND (published_at < ? OR (published_at = ? AND review_id < ?))' : ''}
         ORDER BY published_at DESC, review_id DESC LIMIT ?`,
        [organisationId, ...(after ? [after[0], after[0], after[1]] : []), take],
        ctx,
      );
      if (subjects.length === 0) return [];
      const ids = subjects.map(({ id }) => id);
      const rows = await database.manager(ctx).findBy(ReviewEntity, { id: In(ids) });
      return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
    },

    findPayerReview: (ctx: Context, id: string): Promise<PayerReviewEntity | null> =>
      database.manager(ctx).findOneBy(PayerReviewEntity, { id }),
    lockPayerReview: (ctx: TransactionContext, id: string): Promise<PayerReviewEntity | null> =>
      database.manager(ctx).findOne(PayerReviewEntity, { where: { id }, lock: { mode: 'pessimistic_write' } }),
    /** @throws Conflict `review.exists` when the agreement has one */
    insertPayerReview: (ctx: TransactionContext, review: PayerReviewEntity): Promise<void> =>
      once(database.manager(ctx).insert(PayerReviewEntity, review)),
    savePayerReview: async (ctx: TransactionContext, review: PayerReviewEntity): Promise<void> => {
      await database.manager(ctx).update(PayerReviewEntity, { id: review.id }, review);
    },
    /** About one payer, newest first. */
    payerReviews: (ctx: Context, aboutId: string, cursor: string | undefined, take: number) =>
      database.manager(ctx).find(PayerReviewEntity, {
        where: { aboutId, ...(cursor === undefined ? {} : { id: LessThan(cursor) }) },
        order: { id: 'DESC' },
        take,
      }),
  };
}
