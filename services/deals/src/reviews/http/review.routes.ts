import { dealsRoutes } from '@duijie/contracts';
import { bind, decodeCursor, NotFound, pageFrom, type BoundRoute, type Context } from '@duijie/service-kit';
import { payerReviewViewOf, reviewViewOf } from '../present-review';
import type { ReviewDeps } from '../review-deps';
import { showRecord } from '../show-record';
import { changePayerReview, showPayerReview, writePayerReview } from '../write-payer-review';
import { changeReview, replyToReview, writeReview } from '../write-review';

/** Routes of reviews and records. */
export function reviewRoutes(deps: ReviewDeps): BoundRoute[] {
  const { copies, reviews } = deps;
  /** @throws NotFound */
  const requireKnown = async (ctx: Context, organisationId: string): Promise<void> => {
    if (!(await copies.organisation(ctx, organisationId))) throw new NotFound();
  };
  const write = writeReview(deps);
  const change = changeReview(deps);
  const reply = replyToReview(deps);
  const writeOfPayer = writePayerReview(deps);
  const changeOfPayer = changePayerReview(deps);
  const showOfPayer = showPayerReview(deps);
  return [
    bind(dealsRoutes.writeReview, async (ctx, { params, body }) =>
      reviewViewOf(await write(ctx, params.agreementId, body)),
    ),
    bind(dealsRoutes.getReview, async (ctx, { params }) => {
      const found = await reviews.find(ctx, params.reviewId);
      if (!found) throw new NotFound();
      return reviewViewOf(found);
    }),
    bind(dealsRoutes.changeReview, async (ctx, { params, body, ifMatch }) =>
      reviewViewOf(await change(ctx, params.reviewId, ifMatch, body)),
    ),
    bind(dealsRoutes.replyToReview, async (ctx, { params, body, ifMatch }) =>
      reviewViewOf(await reply(ctx, params.reviewId, ifMatch, body.text)),
    ),
    bind(dealsRoutes.listProviderReviews, async (ctx, { params, query }) => {
      await requireKnown(ctx, params.organisationId);
      const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['instant', 'id']);
      const rows = await reviews.page(ctx, params.organisationId, after, query.limit + 1);
      const page = pageFrom(rows, query.limit, (row) => [row.publishedAt.getTime(), row.id]);
      return { items: page.items.map(reviewViewOf), nextCursor: page.nextCursor };
    }),
    bind(dealsRoutes.getProviderRecord, async (ctx, { params }) => {
      await requireKnown(ctx, params.organisationId);
      return showRecord(deps)(ctx, params.organisationId);
    }),
    bind(dealsRoutes.writePayerReview, async (ctx, { params, body }) =>
      payerReviewViewOf(await writeOfPayer(ctx, params.agreementId, body)),
    ),
    bind(dealsRoutes.getPayerReview, async (ctx, { params }) =>
      payerReviewViewOf(await showOfPayer(ctx, params.reviewId)),
    ),
    bind(dealsRoutes.changePayerReview, async (ctx, { params, body, ifMatch }) =>
      payerReviewViewOf(await changeOfPayer(ctx, params.reviewId, ifMatch, body)),
    ),
    bind(dealsRoutes.listPayerReviews, async (ctx, { params, query }) => {
      await requireKnown(ctx, params.organisationId);
      const below = query.cursor === undefined ? undefined : decodeCursor(query.cursor, ['id'])[0];
      const rows = await reviews.payerReviews(ctx, params.organisationId, below, query.limit + 1);
      const page = pageFrom(rows, query.limit, (row) => [row.id]);
      return { items: page.items.map(payerReviewViewOf), nextCursor: page.nextCursor };
    }),
  ];
}
