import { z } from 'zod';
import { pageOf, pageQuery } from '../page';
import { id, text } from '../primitives';
import { routesOf } from '../route';
import { payerReviewInput, payerReviewView, providerRecordView, reviewInput, reviewView } from './review-view';

const route = routesOf('deals');
const agreement = z.strictObject({ agreementId: id });
const review = z.strictObject({ reviewId: id });
const organisation = z.strictObject({ organisationId: id });

/** Once an agreement, by who accepted it; public at once. */
export const writeReview = route('writeReview', {
  method: 'POST',
  path: '/agreements/:agreementId/review',
  summary: { zh: '评价服务方', en: 'Review the provider of a completed agreement' },
  params: agreement,
  body: reviewInput,
  response: reviewView,
});
export const getReview = route('getReview', {
  method: 'GET',
  path: '/reviews/:reviewId',
  summary: { zh: '查看评价', en: 'Show a review' },
  params: review,
  response: reviewView,
});
/** Within 14 days of its publication. */
export const changeReview = route('changeReview', {
  method: 'PUT',
  path: '/reviews/:reviewId',
  summary: { zh: '修改评价', en: 'Change a review' },
  params: review,
  body: reviewInput,
  response: reviewView,
});
/** Once, by the provider, in public. */
export const replyToReview = route('replyToReview', {
  method: 'POST',
  path: '/reviews/:reviewId/reply',
  kind: 'change',
  summary: { zh: '回应评价', en: 'Reply to a review' },
  params: review,
  body: z.strictObject({ text: text(1000, 2) }),
  response: reviewView,
});
/** Newest first. */
export const listProviderReviews = route('listProviderReviews', {
  method: 'GET',
  path: '/providers/:organisationId/reviews',
  summary: { zh: '服务方收到的评价', en: 'List the reviews of a provider' },
  params: organisation,
  query: pageQuery,
  response: pageOf(reviewView),
});
export const getProviderRecord = route('getProviderRecord', {
  method: 'GET',
  path: '/providers/:organisationId/record',
  summary: { zh: '服务方业绩与评分', en: 'Show what a provider has done here, by line of service' },
  params: organisation,
  response: providerRecordView,
});

/** Once an agreement, by the provider; read by the association's brokers and its author alone. */
export const writePayerReview = route('writePayerReview', {
  method: 'POST',
  path: '/agreements/:agreementId/payer-review',
  summary: {
    zh: '反馈付款方合作情况（仅协会可见）',
    en: 'Tell the association about the payer of a completed agreement',
  },
  params: agreement,
  body: payerReviewInput,
  response: payerReviewView,
});
export const getPayerReview = route('getPayerReview', {
  method: 'GET',
  path: '/payer-reviews/:reviewId',
  summary: { zh: '查看付款方合作反馈', en: 'Show what a provider said of a payer' },
  params: review,
  response: payerReviewView,
});
/** Within 14 days. */
export const changePayerReview = route('changePayerReview', {
  method: 'PUT',
  path: '/payer-reviews/:reviewId',
  summary: { zh: '修改付款方合作反馈', en: 'Change what was said of a payer' },
  params: review,
  body: payerReviewInput,
  response: payerReviewView,
});
/** For brokers, newest first. */
export const listPayerReviews = route('listPayerReviews', {
  method: 'GET',
  path: '/payers/:organisationId/reviews',
  summary: { zh: '付款方合作反馈列表', en: 'List what providers said of a payer' },
  params: organisation,
  query: pageQuery,
  response: pageOf(payerReviewView),
});
