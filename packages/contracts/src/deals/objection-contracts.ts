import { z } from 'zod';
import { pageOf, pageQuery } from '../page';
import { id, text } from '../primitives';
import { routesOf } from '../route';
import { objectionView } from './objection-view';

const route = routesOf('deals');
const one = z.strictObject({ objectionId: id });
const words = text(2000, 2);

/** While the result is posted, by who responded to the lot: asked unnamed through a broker, or formal at once. */
export const raiseObjection = route('raiseObjection', {
  method: 'POST',
  path: '/lots/:lotId/objections',
  summary: { zh: '提出疑问或异议', en: 'Ask about a result, or object to it' },
  params: z.strictObject({ lotId: id }),
  body: z.strictObject({ text: words, formal: z.boolean().default(false) }),
  response: objectionView,
});
/** Newest first: all for brokers and officers, for the poster what was passed on or is formal, for objectors their own. */
export const listLotObjections = route('listLotObjections', {
  method: 'GET',
  path: '/lots/:lotId/objections',
  summary: { zh: '标段的疑问与异议', en: 'List the objections to the results of a lot' },
  params: z.strictObject({ lotId: id }),
  query: pageQuery,
  response: pageOf(objectionView),
});
export const getObjection = route('getObjection', {
  method: 'GET',
  path: '/objections/:objectionId',
  summary: { zh: '查看异议', en: 'Show an objection' },
  params: one,
  response: objectionView,
});
export const passObjectionOn = route('passObjectionOn', {
  method: 'POST',
  path: '/objections/:objectionId/pass',
  kind: 'change',
  summary: { zh: '匿名转达疑问', en: 'Pass a question on, unnamed' },
  params: one,
  body: z.strictObject({
    /** In words that do not tell who asks; the objector's own unless given. */
    text: words.optional(),
  }),
  response: objectionView,
});
/** The poster answers a question that was passed on, or a formal objection (which is then decided). */
export const answerObjection = route('answerObjection', {
  method: 'POST',
  path: '/objections/:objectionId/answer',
  kind: 'change',
  summary: { zh: '答复疑问或异议', en: 'Answer an objection' },
  params: one,
  body: z.strictObject({ text: words }),
  response: objectionView,
});
/** A question becomes formal: it carries its name from now on, and the result waits. */
export const makeObjectionFormal = route('makeObjectionFormal', {
  method: 'POST',
  path: '/objections/:objectionId/formal',
  kind: 'change',
  summary: { zh: '转为正式异议', en: 'Make an objection formal' },
  params: one,
  response: objectionView,
});
/** Upheld, the award is cancelled and the lot decided again; `winner` tells whether the winner may be chosen again. */
export const decideObjection = route('decideObjection', {
  method: 'POST',
  path: '/objections/:objectionId/decide',
  kind: 'change',
  summary: { zh: '裁定异议', en: 'Decide a formal objection' },
  params: one,
  body: z.strictObject({
    outcome: z.enum(['upheld', 'dismissed']),
    reason: words,
    winner: z.enum(['disqualified', 'kept']).default('disqualified'),
  }),
  response: objectionView,
});
export const withdrawObjection = route('withdrawObjection', {
  method: 'POST',
  path: '/objections/:objectionId/withdraw',
  kind: 'change',
  summary: { zh: '撤回异议', en: 'Withdraw an objection' },
  params: one,
  response: objectionView,
});
