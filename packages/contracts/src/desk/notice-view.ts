import { z } from 'zod';
import { id, instant, version } from '../primitives';

const words = z.strictObject({ zh: z.string(), en: z.string() });

/** What a person may mute: few, so that nobody has to think about it. */
export const noticeTopics = [
  'need',
  'introduction',
  'response',
  'result',
  'agreement',
  'organisation',
  'reminder',
  'search',
] as const;
export const noticeTopic = z.enum(noticeTopics);
export type NoticeTopic = z.infer<typeof noticeTopic>;

/** Every kind of notice, and the topic under which it is muted. */
export const noticeTopicOf = {
  need_published: 'need',
  need_returned: 'need',
  need_referred: 'need',
  need_merged: 'need',
  need_withdrawn: 'need',
  need_failed: 'need',
  need_given_back: 'need',
  introduction_made: 'introduction',
  introduction_interested: 'introduction',
  introduction_declined: 'introduction',
  introduction_withdrawn: 'introduction',
  appointment_asked: 'introduction',
  appointment_accepted: 'introduction',
  appointment_declined: 'introduction',
  appointment_ended: 'introduction',
  response_received: 'response',
  response_confirm_asked: 'response',
  response_cleared: 'response',
  response_refused: 'response',
  lot_deciding: 'response',
  lot_closed: 'response',
  result_made: 'result',
  result_won: 'result',
  result_not_won: 'result',
  result_effective: 'result',
  result_cancelled: 'result',
  objection_asked: 'result',
  objection_passed: 'result',
  objection_formal: 'result',
  objection_upheld: 'result',
  objection_dismissed: 'result',
  agreement_to_sign: 'agreement',
  agreement_signed: 'agreement',
  agreement_draft_changed: 'agreement',
  agreement_change_proposed: 'agreement',
  agreement_change_closed: 'agreement',
  agreement_changed: 'agreement',
  agreement_cancelled: 'agreement',
  agreement_terminated: 'agreement',
  agreement_completed: 'agreement',
  milestone_delivered: 'agreement',
  milestone_accepted: 'agreement',
  milestone_sent_back: 'agreement',
  review_published: 'agreement',
  organisation_verified: 'organisation',
  organisation_rejected: 'organisation',
  organisation_suspended: 'organisation',
  done_on_behalf: 'organisation',
  responses_due: 'reminder',
  delivery_due: 'reminder',
  acceptance_waiting: 'reminder',
  answer_overdue: 'reminder',
  search_found: 'search',
} as const satisfies Record<string, NoticeTopic>;
export type NoticeKind = keyof typeof noticeTopicOf;
export const noticeKinds = Object.keys(noticeTopicOf) as [NoticeKind, ...NoticeKind[]];
export const noticeKind = z.enum(noticeKinds);

/** What a notice leads to; the console shows it at `/needs/:id`, `/lots/:id`, `/introductions/:id` and so on. */
export const noticeSubject = z.strictObject({
  type: z.enum(['need', 'lot', 'introduction', 'response', 'agreement', 'organisation', 'saved_search']),
  id,
});
export type NoticeSubject = z.infer<typeof noticeSubject>;

/** A notice (通知) to the organisation acted for, or to the person. It names nobody's phone and nothing that is sealed. */
export const noticeView = z.strictObject({
  id,
  kind: noticeKind,
  topic: noticeTopic,
  to: z.enum(['organisation', 'person']),
  title: words,
  body: words,
  subject: noticeSubject,
  /** Page of the console that shows the subject, e.g. `/needs/…`. */
  path: z.string(),
  createdAt: instant,
  /** By this very person; each member has an own mark. */
  read: z.boolean(),
});
export type NoticeView = z.infer<typeof noticeView>;

/** Notices of the last 30 days, not muted, not read: counted to 99. */
export const unreadNotices = z.strictObject({ count: z.int().min(0).max(99), more: z.boolean() });
export type UnreadNotices = z.infer<typeof unreadNotices>;

/** Text to copy into a group chat (群通知): no personal data, no figures. */
export const noticeGroupText = z.strictObject({ zh: z.string(), en: z.string() });
export type NoticeGroupText = z.infer<typeof noticeGroupText>;

/** What one person does not want to be told. Muted notices stay in the list; they are neither counted nor pushed. */
export const noticeSettings = z.strictObject({ version, muted: z.array(noticeTopic) });
export type NoticeSettings = z.infer<typeof noticeSettings>;

/** Data of an event of the stream. `notice` is null in events named `unread`, which only renew the count. */
export const noticeStreamData = z.strictObject({ unread: unreadNotices, notice: noticeView.nullable() });
export type NoticeStreamData = z.infer<typeof noticeStreamData>;
