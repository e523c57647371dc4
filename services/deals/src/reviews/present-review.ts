import type { PayerReviewView, ReviewBody, ReviewView } from '@duijie/contracts';
import type { PayerReviewEntity, ReviewEntity } from './persistence/review.entity';

/** Days within which an author may change a review. */
export const changeableDays = 14;
export const changeableUntil = (published: Date): Date => new Date(published.getTime() + changeableDays * 86_400_000);

/** What the event of a review carries. */
export const reviewBodyOf = (one: ReviewEntity): ReviewBody => ({
  id: one.id,
  version: one.version,
  agreementId: one.agreementId,
  needId: one.needId,
  needTitle: one.needTitle,
  byOrganisationId: one.byId,
  byOrganisationName: one.byName,
  aboutOrganisationId: one.aboutId,
  leaves: one.leaves,
  rating: one.rating,
  text: one.text,
  at: one.publishedAt.toISOString(),
  demo: one.demo,
});

/** A review as everybody sees it. */
export const reviewViewOf = (one: ReviewEntity): ReviewView => ({
  ...reviewBodyOf(one),
  aboutOrganisationName: one.aboutName,
  aspects: one.aspects,
  reply:
    one.replyText === null || one.repliedAt === null ? null : { text: one.replyText, at: one.repliedAt.toISOString() },
  changeableUntil: changeableUntil(one.publishedAt).toISOString(),
});

/** For the association and its author. */
export const payerReviewViewOf = (one: PayerReviewEntity): PayerReviewView => ({
  id: one.id,
  version: one.version,
  agreementId: one.agreementId,
  needTitle: one.needTitle,
  byOrganisationId: one.byId,
  byOrganisationName: one.byName,
  aboutOrganisationId: one.aboutId,
  aboutOrganisationName: one.aboutName,
  paidOnTime: one.paidOnTime,
  cooperation: one.cooperation,
  text: one.text,
  at: one.writtenAt.toISOString(),
  changeableUntil: changeableUntil(one.writtenAt).toISOString(),
});
