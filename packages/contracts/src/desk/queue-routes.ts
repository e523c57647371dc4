import { z } from 'zod';
import { pageOf, pageQuery } from '../page';
import type { PolicyOf } from '../policy';
import { administrator, broker } from '../policy';
import { id, instant, queryList, text, version } from '../primitives';
import { routesOf } from '../route';
import { introductionView } from './introduction-view';
import { callResult, deskTaskCount, deskTaskKind, deskTaskView } from './task-view';

const route = routesOf('desk');
const one = z.strictObject({ taskId: id });

/** By due date, the earliest first. */
export const listDeskTasks = route('listDeskTasks', {
  method: 'GET',
  path: '/desk/tasks',
  summary: { zh: '待办列表', en: "List the broker's queue" },
  query: pageQuery.extend({
    /** Several kinds separated by commas. */
    kinds: queryList(deskTaskKind).optional(),
    whose: z.enum(['mine', 'unclaimed', 'all']).default('all'),
    state: z.enum(['open', 'done']).default('open'),
    /** Only those due by then. */
    dueBy: instant.optional(),
    needId: id.optional(),
  }),
  response: pageOf(deskTaskView),
});
/** Every kind, in the order of `deskTaskKinds`. */
export const countDeskTasks = route('countDeskTasks', {
  method: 'GET',
  path: '/desk/tasks/counts',
  summary: { zh: '各类待办数量', en: 'Count open tasks by kind' },
  response: z.strictObject({ items: z.array(deskTaskCount) }),
});
export const getDeskTask = route('getDeskTask', {
  method: 'GET',
  path: '/desk/tasks/:taskId',
  summary: { zh: '查看待办', en: 'Show a task' },
  params: one,
  response: deskTaskView,
});
/** 抢单: one of several who claim at once has it, the others hear 409 `task.taken`. */
export const claimDeskTask = route('claimDeskTask', {
  method: 'POST',
  path: '/desk/tasks/:taskId/claim',
  kind: 'change',
  summary: { zh: '抢单', en: 'Claim a task' },
  params: one,
  response: deskTaskView,
});
/** 派单: to a colleague of the own association; one that somebody else holds, by an administrator only. */
export const dispatchDeskTask = route('dispatchDeskTask', {
  method: 'POST',
  path: '/desk/tasks/:taskId/dispatch',
  kind: 'change',
  summary: { zh: '派单', en: 'Dispatch a task to a colleague' },
  params: one,
  body: z.strictObject({ personId: id, note: text(300).nullable().default(null) }),
  response: deskTaskView,
});
export const releaseDeskTask = route('releaseDeskTask', {
  method: 'POST',
  path: '/desk/tasks/:taskId/release',
  kind: 'change',
  summary: { zh: '放回待办', en: 'Give a task back to the queue' },
  params: one,
  response: deskTaskView,
});
/** It comes back only for a new reason. */
export const finishDeskTask = route('finishDeskTask', {
  method: 'POST',
  path: '/desk/tasks/:taskId/finish',
  kind: 'change',
  summary: { zh: '完成待办', en: 'Finish a task' },
  params: one,
  body: z.strictObject({ note: text(500).nullable().default(null) }),
  response: deskTaskView,
});
export const snoozeDeskTask = route('snoozeDeskTask', {
  method: 'POST',
  path: '/desk/tasks/:taskId/snooze',
  kind: 'change',
  summary: { zh: '推迟待办', en: 'Put a task off' },
  params: one,
  /** In the future, at most a year ahead. */
  body: z.strictObject({ until: instant }),
  response: deskTaskView,
});
const call = z.strictObject({
  result: callResult,
  /** Asked for with `call_back`. */
  callBackAt: instant.optional(),
  note: text(500).nullable().default(null),
});
/**
 * One tap after a call: written to the communication log, and the next date moves. Whoever calls has the task.
 * `interested` and `declined` on a task about an introduction are noted as the provider's answer, given by phone.
 */
export const recordTaskCall = route('recordTaskCall', {
  method: 'POST',
  path: '/desk/tasks/:taskId/call-result',
  kind: 'change',
  summary: { zh: '登记通话结果', en: 'Note what came of a call about a task' },
  params: one,
  body: call,
  response: deskTaskView,
});
/** The same on an introduction; the answer is the provider's. */
export const recordIntroductionCall = route('recordIntroductionCall', {
  method: 'POST',
  path: '/introductions/:introductionId/call-result',
  kind: 'change',
  summary: { zh: '登记推介通话结果', en: 'Note what came of a call about an introduction' },
  params: z.strictObject({ introductionId: id }),
  body: call,
  response: introductionView,
});

/** Days after which something comes to the queue, or comes back to it. */
export const deskTerms = z.strictObject({
  version,
  /** From an introduction to `answer_outstanding`. */
  answerDays: z.int().min(0).max(90),
  /** From the deadline to `deciding`. */
  decideDays: z.int().min(0).max(90),
  /** In which a need that waits for screening should be looked at. */
  screenDays: z.int().min(0).max(30),
  /** In which somebody should look after a new need and its matches. */
  careDays: z.int().min(0).max(30),
  /** Until somebody who did not answer is called again. */
  callAgainDays: z.int().min(0).max(30),
});
export type DeskTerms = z.infer<typeof deskTerms>;
export const getDeskTerms = route('getDeskTerms', {
  method: 'GET',
  path: '/desk/terms',
  summary: { zh: '待办时限', en: 'Show the terms of the queue' },
  response: deskTerms,
});
export const changeDeskTerms = route('changeDeskTerms', {
  method: 'PUT',
  path: '/desk/terms',
  summary: { zh: '修改待办时限', en: 'Change the terms of the queue' },
  body: deskTerms.omit({ version: true }),
  response: deskTerms,
});

/** The counts stand before `getDeskTask`, whose path would take theirs. */
export const queueRoutes = {
  listDeskTasks,
  countDeskTasks,
  getDeskTask,
  claimDeskTask,
  dispatchDeskTask,
  releaseDeskTask,
  finishDeskTask,
  snoozeDeskTask,
  recordTaskCall,
  recordIntroductionCall,
  getDeskTerms,
  changeDeskTerms,
} as const;

export const queuePolicy = {
  listDeskTasks: [broker()],
  countDeskTasks: [broker()],
  getDeskTask: [broker()],
  claimDeskTask: [broker()],
  dispatchDeskTask: [broker()],
  releaseDeskTask: [broker()],
  finishDeskTask: [broker()],
  snoozeDeskTask: [broker()],
  recordTaskCall: [broker()],
  recordIntroductionCall: [broker()],
  getDeskTerms: [broker()],
  changeDeskTerms: [administrator()],
} satisfies PolicyOf<typeof queueRoutes>;
