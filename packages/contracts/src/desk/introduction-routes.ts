import { z } from 'zod';
import { pageOf, pageQuery } from '../page';
import type { PolicyOf } from '../policy';
import { broker, member, officer, poster, posterKinds, provider, providerKinds } from '../policy';
import { id, queryList, text } from '../primitives';
import { routesOf } from '../route';
import { introductionState } from '../state/introduction';
import { conflictCheck, introductionContacts, introductionView, meetingInput } from './introduction-view';

const route = routesOf('desk');
const one = z.strictObject({ introductionId: id });
const reason = text(500, 2);

/** One provider, with the package that fits where there is one. */
const introduced = z.strictObject({
  providerId: id,
  packageId: id.nullable().default(null),
  /** The broker's recorded decision on a flag of the conflict wall; not for posters. */
  clearance: z.strictObject({ reason }).optional(),
});

/**
 * Introduces one or several providers to a published need, or keeps them on the short list; all or none. By the need's
 * poster where both know each other, else by a broker or an officer of the area. One that is introduced already stays as
 * it is. 409 `introduction.blocked`, `introduction.flagged` with a pointer and the words of each: a flag is cleared by
 * `clearance` in the same call. A flag on what the poster introduces waits for a broker instead: its state is
 * `shortlisted` and its conflict `flagged`. 403 `introduction.own-package`: an association does not broker its own
 * package on a need that it drafted, screened or brokers; 403 `introduction.concerned`: nobody decides on a tie to oneself.
 */
export const introduce = route('introduce', {
  method: 'POST',
  path: '/introductions',
  summary: { zh: '推介服务方', en: 'Introduce providers to a need' },
  body: z.strictObject({
    needId: id,
    as: z.enum(['shortlisted', 'introduced']).default('introduced'),
    providers: z.array(introduced).min(1).max(20),
    note: text(1000).nullable().default(null),
  }),
  /** In the order of `providers`. */
  response: z.strictObject({ items: z.array(introductionView) }),
});
/** What the conflict wall says of providers before one introduces them. */
export const checkNeedConflicts = route('checkNeedConflicts', {
  method: 'GET',
  path: '/needs/:needId/conflict-check',
  summary: { zh: '利益回避核查', en: 'Check providers against the conflict wall of a need' },
  params: z.strictObject({ needId: id }),
  query: z.strictObject({ providerIds: queryList(id) }),
  response: z.strictObject({ items: z.array(conflictCheck) }),
});
/** `推介给我的`; newest first. */
export const listReceivedIntroductions = route('listReceivedIntroductions', {
  method: 'GET',
  path: '/introductions/received',
  summary: { zh: '推介给我的', en: 'List introductions to the own organisation' },
  query: pageQuery.extend({ state: introductionState.exclude(['shortlisted']).optional() }),
  response: pageOf(introductionView),
});
/** For the needs of the organisation acted for; newest first. */
export const listOwnNeedsIntroductions = route('listOwnNeedsIntroductions', {
  method: 'GET',
  path: '/introductions/for-own-needs',
  summary: { zh: '我的需求收到的推介', en: 'List introductions for own needs' },
  query: pageQuery.extend({ state: introductionState.optional() }),
  response: pageOf(introductionView),
});
/** All, for brokers; `mine` those that the caller introduced; newest first. */
export const listIntroductions = route('listIntroductions', {
  method: 'GET',
  path: '/introductions',
  summary: { zh: '推介列表', en: 'List introductions' },
  query: pageQuery.extend({
    state: introductionState.optional(),
    whose: z.enum(['mine', 'all']).default('all'),
  }),
  response: pageOf(introductionView),
});
/** Of one need; newest first. A poster does not see the broker's short list. */
export const listNeedIntroductions = route('listNeedIntroductions', {
  method: 'GET',
  path: '/needs/:needId/introductions',
  summary: { zh: '需求的推介', en: 'List introductions of a need' },
  params: z.strictObject({ needId: id }),
  query: pageQuery,
  response: pageOf(introductionView),
});
export const getIntroduction = route('getIntroduction', {
  method: 'GET',
  path: '/introductions/:introductionId',
  summary: { zh: '查看推介', en: 'Show an introduction' },
  params: one,
  response: introductionView,
});
/** 404 for everybody else, and 409 `introduction.not-open` before the introduction and after its end. */
export const getIntroductionContacts = route('getIntroductionContacts', {
  method: 'GET',
  path: '/introductions/:introductionId/contacts',
  summary: { zh: '双方联系人', en: 'Show the contact persons of both sides' },
  params: one,
  response: introductionContacts,
});
/** By the provider; the poster may decline, with a reason. One who declined may still become interested. */
export const answerIntroduction = route('answerIntroduction', {
  method: 'POST',
  path: '/introductions/:introductionId/answer',
  kind: 'change',
  summary: { zh: '回应推介', en: 'Answer an introduction' },
  params: one,
  body: z.strictObject({ answer: z.enum(['interested', 'declined']), reason: reason.optional() }),
  response: introductionView,
});
/** By whoever introduced, or staff. */
export const withdrawIntroduction = route('withdrawIntroduction', {
  method: 'POST',
  path: '/introductions/:introductionId/withdraw',
  kind: 'change',
  summary: { zh: '撤回推介', en: 'Withdraw an introduction' },
  params: one,
  body: z.strictObject({ reason: reason.optional() }),
  response: introductionView,
});
/** A broker's recorded decision on a flag: `clear` introduces, `refuse` withdraws. */
export const decideIntroductionConflict = route('decideIntroductionConflict', {
  method: 'POST',
  path: '/introductions/:introductionId/conflict-decision',
  kind: 'change',
  summary: { zh: '核定利益关联', en: 'Decide on a flag of the conflict wall' },
  params: one,
  body: z.strictObject({ decision: z.enum(['clear', 'refuse']), reason }),
  response: introductionView,
});
/** By any side; replaces what was set before. Minutes stay. */
export const setMeeting = route('setMeeting', {
  method: 'PUT',
  path: '/introductions/:introductionId/meeting',
  summary: { zh: '约对接会面', en: 'Arrange the meeting of an introduction' },
  params: one,
  body: meetingInput,
  response: introductionView,
});
/** By any side, once the meeting has begun. */
export const writeMinutes = route('writeMinutes', {
  method: 'PUT',
  path: '/introductions/:introductionId/meeting/minutes',
  summary: { zh: '写会面纪要', en: 'Write the minutes of a meeting' },
  params: one,
  body: z.strictObject({ minutes: text(5000, 2) }),
  response: introductionView,
});

/** Lists stand before `getIntroduction`, whose path would take theirs. */
export const introductionRoutes = {
  introduce,
  checkNeedConflicts,
  listReceivedIntroductions,
  listOwnNeedsIntroductions,
  listIntroductions,
  listNeedIntroductions,
  getIntroduction,
  getIntroductionContacts,
  answerIntroduction,
  withdrawIntroduction,
  decideIntroductionConflict,
  setMeeting,
  writeMinutes,
} as const;

const introducers = [broker(), officer(), poster()] as const;
const readers = [
  broker(),
  officer(),
  member('own', undefined, posterKinds),
  member('own', undefined, providerKinds),
] as const;
const parties = [broker(), officer(), poster(), provider()] as const;

export const introductionPolicy = {
  introduce: introducers,
  checkNeedConflicts: introducers,
  listReceivedIntroductions: [member('own', undefined, providerKinds)],
  listOwnNeedsIntroductions: [member('own', undefined, posterKinds)],
  listIntroductions: [broker()],
  listNeedIntroductions: [broker(), officer(), member('own', undefined, posterKinds)],
  getIntroduction: readers,
  getIntroductionContacts: parties,
  answerIntroduction: [poster(), provider()],
  withdrawIntroduction: introducers,
  decideIntroductionConflict: [broker(), officer()],
  setMeeting: parties,
  writeMinutes: parties,
} satisfies PolicyOf<typeof introductionRoutes>;
