import type { reviewInput } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import {
  actingForOf,
  Conflict,
  NotAllowed,
  NotFound,
  requireVersion,
  type Context,
  type TransactionContext,
} from '@duijie/service-kit';
import type { z } from 'zod';
import type { Agreement } from '../agreements/agreement';
import { lockedAgreement } from '../agreements/agreement-reach';
import type { ReviewEntity, ReviewSubjectEntity } from './persistence/review.entity';
import { changeableUntil, reviewBodyOf } from './present-review';
import type { ReviewDeps } from './review-deps';
import { workOutRecords } from './work-out-records';

export type ReviewGiven = z.output<typeof reviewInput>;

/** @throws Conflict `agreement.not-completed` */
export function requireCompleted({ state }: Pick<Agreement, 'state'>): void {
  if (state !== 'completed')
    throw new Conflict('agreement.not-completed', {
      zh: '全部验收完成后才能评价',
      en: 'A review waits until everything is accepted',
    });
}

/** @throws Conflict `review.closed` when its author may change it no more */
export function requireChangeable(written: Date, now: Date): void {
  if (now > changeableUntil(written))
    throw new Conflict('review.closed', {
      zh: '评价发布已满 14 天，不能再改',
      en: 'It was written more than 14 days ago and stays as it is',
    });
}

/** The lead, and whoever did a component, with what each did. */
function subjectsOf(one: Agreement, reviewId: string, publishedAt: Date): ReviewSubjectEntity[] {
  const ids = [...new Set([one.leadId, ...one.components.map(({ organisationId }) => organisationId)])];
  return ids.map((organisationId) => ({
    organisationId,
    reviewId,
    leaves: one.components.filter((part) => part.organisationId === organisationId).map(({ code }) => code),
    publishedAt,
  }));
}

async function tell({ audit, outbox }: ReviewDeps, ctx: TransactionContext, review: ReviewEntity, action: string) {
  const aggregate = { type: 'review', id: review.id };
  await audit.record(ctx, {
    action,
    aggregate,
    data: { agreementId: review.agreementId, rating: review.rating },
  });
  await outbox.append(ctx, {
    type: 'review.published.v1',
    aggregate,
    sequence: review.version,
    data: reviewBodyOf(review),
  });
}

/** The community rates the provider of a completed agreement, once; public at once. @throws Conflict `review.exists` */
export const writeReview =
  (deps: ReviewDeps) =>
  (ctx: Context, agreementId: string, given: ReviewGiven): Promise<ReviewEntity> =>
    deps.database.run(ctx, async (inner) => {
      const [one] = await lockedAgreement(deps.agreements, inner, agreementId, null, ['payer']);
      requireCompleted(one);
      const now = deps.clock.now();
      const review: ReviewEntity = {
        id: newId(now.getTime()),
        version: 1,
        agreementId,
        needId: one.needId,
        needTitle: one.needTitle,
        byId: one.posterId,
        byName: one.posterName,
        aboutId: one.leadId,
        aboutName: one.leadName,
        leaves: one.components.map(({ code }) => code),
        ...given,
        replyText: null,
        repliedAt: null,
        publishedAt: now,
        updatedAt: now,
        demo: one.demo,
      };
      const subjects = subjectsOf(one, review.id, now);
      await deps.reviews.insert(inner, review, subjects);
      await tell(deps, inner, review, 'review.published');
      await workOutRecords(deps)(
        inner,
        subjects.map(({ organisationId }) => organisationId),
      );
      return review;
    });

async function locked(deps: ReviewDeps, ctx: TransactionContext, id: string, ifMatch: number, own: 'byId' | 'aboutId') {
  const review = await deps.reviews.lock(ctx, id);
  if (!review) throw new NotFound();
  if (review[own] !== actingForOf(ctx).organisationId) throw new NotAllowed();
  requireVersion(ifMatch, review.version);
  return review;
}

/** Its author changes it within 14 days; what was read counts from its first publication still. */
export const changeReview =
  (deps: ReviewDeps) =>
  (ctx: Context, id: string, ifMatch: number, given: ReviewGiven): Promise<ReviewEntity> =>
    deps.database.run(ctx, async (inner) => {
      const before = await locked(deps, inner, id, ifMatch, 'byId');
      const now = deps.clock.now();
      requireChangeable(before.publishedAt, now);
      const after = { ...before, ...given, version: before.version + 1, updatedAt: now };
      await deps.reviews.save(inner, after);
      await tell(deps, inner, after, 'review.changed');
      if (after.rating !== before.rating) await workOutRecords(deps)(inner, await deps.reviews.subjectIds(inner, id));
      return after;
    });

/** The provider answers in public, once. @throws Conflict `review.replied` */
export const replyToReview =
  (deps: ReviewDeps) =>
  (ctx: Context, id: string, ifMatch: number, text: string): Promise<ReviewEntity> =>
    deps.database.run(ctx, async (inner) => {
      const before = await locked(deps, inner, id, ifMatch, 'aboutId');
      if (before.repliedAt !== null)
        throw new Conflict('review.replied', { zh: '已经回应过了', en: 'There is a reply already' });
      const now = deps.clock.now();
      const after = { ...before, version: before.version + 1, replyText: text, repliedAt: now, updatedAt: now };
      await deps.reviews.save(inner, after);
      await tell(deps, inner, after, 'review.replied');
      return after;
    });
