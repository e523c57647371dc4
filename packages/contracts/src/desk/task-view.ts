import { z } from 'zod';
import { day, id, instant, version } from '../primitives';
import { needMatchesBody } from '../state/introduction';

/**
 * `screen` a need waits for screening; `new_need` published and nobody looks after it; `introduce` matches are worth an
 * introduction; `no_supply` there is none, and why; `fell_through` a lot
 * failed, or its agreement was terminated, and why; `answer_outstanding` introduced, asked directly, or a change of an agreement proposed, and not answered;
 * `flag` a flag of the conflict wall waits; `follow_up` due on its day; `deciding` the deadline passed and the poster has
 * not decided; `objection` one waits for an answer or a decision; `answer_overdue` the poster has not answered a formal
 * one in time; `delivery_overdue` a milestone is past its day.
 */
export const deskTaskKinds = [
  'screen',
  'new_need',
  'introduce',
  'no_supply',
  'fell_through',
  'answer_outstanding',
  'flag',
  'follow_up',
  'deciding',
  'objection',
  'answer_overdue',
  'delivery_overdue',
] as const;
export const deskTaskKind = z.enum(deskTaskKinds);
export type DeskTaskKind = z.infer<typeof deskTaskKind>;

export const deskTaskSubjects = [
  'need',
  'introduction',
  'appointment',
  'response',
  'lot',
  'agreement',
  'objection',
  'follow_up',
] as const;
export const deskTaskSubject = z.enum(deskTaskSubjects);
export type DeskTaskSubject = z.infer<typeof deskTaskSubject>;

/** What came of a call, in one tap. */
export const callResults = ['reached', 'no_answer', 'call_back', 'interested', 'declined', 'wrong_number'] as const;
export const callResult = z.enum(callResults);
export type CallResult = z.infer<typeof callResult>;

/** What there is to know about a task at a glance. */
export const deskTaskDetails = z.strictObject({
  /** What is to be done and why, in a sentence. */
  zh: z.string(),
  en: z.string(),
  /** Best matches that nobody was introduced of, best first; `introduce` only. */
  best: needMatchesBody.shape.best.optional(),
  /** Why nothing fits; `no_supply`, and `fell_through` where nothing does. */
  whyNone: needMatchesBody.shape.whyNone.optional(),
  /** A milestone's or a follow-up's day. */
  day: day.optional(),
});
export type DeskTaskDetails = z.infer<typeof deskTaskDetails>;

/** One line of the broker's queue (撮合工作台). One task a kind and subject; it closes itself when its reason is gone. */
export const deskTaskView = z.strictObject({
  id,
  version,
  kind: deskTaskKind,
  subject: z.strictObject({ type: deskTaskSubject, id }),
  needId: id.nullable(),
  /** Of the need, or what it is about otherwise. */
  title: z.string(),
  poster: z.strictObject({ organisationId: id, name: z.string() }).nullable(),
  /** The provider concerned. */
  provider: z.strictObject({ organisationId: id, name: z.string() }).nullable(),
  district: z.string().nullable(),
  subdistrict: z.string().nullable(),
  details: deskTaskDetails,
  state: z.enum(['open', 'done']),
  dueAt: instant,
  /** Put off by hand until `dueAt`. */
  snoozed: z.boolean(),
  assignee: z.strictObject({ personId: id, name: z.string(), organisationId: id }).nullable(),
  claimedAt: instant.nullable(),
  /** `reason_gone` it closed itself. */
  done: z.strictObject({ at: instant, by: z.enum(['broker', 'reason_gone']), note: z.string().nullable() }).nullable(),
  lastCall: z.strictObject({ result: callResult, at: instant }).nullable(),
  createdAt: instant,
  updatedAt: instant,
  demo: z.boolean(),
});
export type DeskTaskView = z.infer<typeof deskTaskView>;

/** Open tasks of one kind. */
export const deskTaskCount = z.strictObject({
  kind: deskTaskKind,
  open: z.int().min(0),
  due: z.int().min(0),
  mine: z.int().min(0),
  unclaimed: z.int().min(0),
});
export type DeskTaskCount = z.infer<typeof deskTaskCount>;
