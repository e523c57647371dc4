import type { ReviewBody } from '@duijie/contracts';
import { toOrganisation, type NoticeDraft } from '../notice';

/** The provider hears of a review once; its later versions are no news. */
export const noticesOfReview = (review: ReviewBody): NoticeDraft[] => [
  {
    to: toOrganisation(review.aboutOrganisationId),
    kind: 'review_published',
    subject: { type: 'agreement', id: review.agreementId },
    fact: review.id,
    facts: { needTitle: review.needTitle, other: review.byOrganisationName },
  },
];
