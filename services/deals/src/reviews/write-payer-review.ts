import type { payerReviewInput } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { actingForOf, NotAllowed, NotFound, reaches, requireVersion, type Context } from '@duijie/service-kit';
import type { z } from 'zod';
import { lockedAgreement } from '../agreements/agreement-reach';
import type { PayerReviewEntity } from './persistence/review.entity';
import type { ReviewDeps } from './review-deps';
import { requireChangeable, requireCompleted } from './write-review';

export type PayerReviewGiven = z.output<typeof payerReviewInput>;

/**
 * The provider tells the association about the payer, once an agreement. Nothing of it is written where the payer could
 * see it: not into the agreement, its version or its timeline, and into no event.
 */
export const writePayerReview =
  (deps: ReviewDeps) =>
  (ctx: Context, agreementId: string, given: PayerReviewGiven): Promise<PayerReviewEntity> =>
    deps.database.run(ctx, async (inner) => {
      const [one] = await lockedAgreement(deps.agreements, inner, agreementId, null, ['provider']);
      if (actingForOf(inner).organisationId !== one.leadId)
        throw new NotAllowed({
          reason: 'agreement.not-lead',
          detail: { zh: '由牵头方反馈', en: 'The lead of the consortium tells' },
        });
      requireCompleted(one);
      const now = deps.clock.now();
      const review: PayerReviewEntity = {
        id: newId(now.getTime()),
        version: 1,
        agreementId,
        needTitle: one.needTitle,
        byId: one.leadId,
        byName: one.leadName,
        aboutId: one.posterId,
        aboutName: one.posterName,
        ...given,
        writtenAt: now,
      };
      await deps.reviews.insertPayerReview(inner, review);
      await deps.audit.record(inner, {
        action: 'payer-review.written',
        aggregate: { type: 'payer-review', id: review.id },
      });
      return review;
    });

/** Its author changes it within 14 days. @throws NotFound for everybody else */
export const changePayerReview =
  (deps: ReviewDeps) =>
  (ctx: Context, id: string, ifMatch: number, given: PayerReviewGiven): Promise<PayerReviewEntity> =>
    deps.database.run(ctx, async (inner) => {
      const before = await deps.reviews.lockPayerReview(inner, id);
      if (!before || before.byId !== actingForOf(inner).organisationId) throw new NotFound();
      requireVersion(ifMatch, before.version);
      requireChangeable(before.writtenAt, deps.clock.now());
      const after = { ...before, ...given, version: before.version + 1 };
      await deps.reviews.savePayerReview(inner, after);
      await deps.audit.record(inner, {
        action: 'payer-review.changed',
        aggregate: { type: 'payer-review', id },
      });
      return after;
    });

/** For brokers and its author. @throws NotFound for everybody else, as if there were none */
export const showPayerReview =
  ({ reviews }: ReviewDeps) =>
  async (ctx: Context, id: string): Promise<PayerReviewEntity> => {
    const found = await reviews.findPayerReview(ctx, id);
    if (!found || !reaches(ctx, { organisationId: found.byId, visible: false })) throw new NotFound();
    return found;
  };
