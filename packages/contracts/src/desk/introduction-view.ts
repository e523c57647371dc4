import { z } from 'zod';
import { id, instant, line, text } from '../primitives';
import { introductionStateBody } from '../state/introduction';

/** Something that the conflict check found; its words do not name who stands behind the wall. */
export const conflictFinding = z.strictObject({
  /** Null for the provider, who would know by its own ties who stands behind the wall. */
  code: z
    .enum([
      'poster_itself',
      'drafted',
      'excluded',
      'linked_to_excluded',
      'linked_to_poster',
      'flagged_association',
      'linked_to_flagged',
      'knows_rivals',
      'same_group',
    ])
    .nullable(),
  organisationId: id,
  organisationName: z.string(),
  /** Who stands on the other side; for staff only, else null. */
  other: z.strictObject({ organisationId: id, name: z.string() }).nullable(),
  effect: z.enum(['block', 'flag']),
  zh: z.string(),
  en: z.string(),
});
export type ConflictFindingView = z.infer<typeof conflictFinding>;

/** Conflict check (利益回避与关联核查) of one provider for one need. */
export const conflictCheck = z.strictObject({
  organisationId: id,
  organisationName: z.string(),
  outcome: z.enum(['clear', 'flagged', 'blocked']),
  findings: z.array(conflictFinding),
});
export type ConflictCheckView = z.infer<typeof conflictCheck>;

/** What the conflict wall said of an introduction, and who decided on a flag. */
export const introductionConflict = z.strictObject({
  /** `flagged` waits for a broker's decision; `cleared` and `refused` are that decision. */
  outcome: z.enum(['clear', 'flagged', 'cleared', 'refused']),
  findings: z.array(conflictFinding),
  decision: z
    .strictObject({ reason: z.string(), at: instant, by: z.string(), organisationName: z.string() })
    .nullable(),
});

export const meetingPlace = {
  place: line(200).nullable().default(null),
  link: z.url().max(1000).nullable().default(null),
};
/** Meeting (对接会面): at a place, by a link, or both. */
export const meetingInput = z.strictObject({
  at: instant,
  ...meetingPlace,
  /** In one's own words. */
  attendees: text(500).default(''),
});
export const meetingView = z.strictObject({
  at: instant,
  place: z.string().nullable(),
  link: z.string().nullable(),
  attendees: z.string(),
  /** Written afterwards, or null. */
  minutes: z.string().nullable(),
  minutesAt: instant.nullable(),
});
export type MeetingView = z.infer<typeof meetingView>;

/** An introduction (推介) as its page shows it to the need's poster, the provider and staff. */
export const introductionView = introductionStateBody.omit({ clearance: true, brokeringOrganisationId: true }).extend({
  posterName: z.string(),
  /** Who introduced: the association, the subdistrict or the poster. */
  introducedBy: z.strictObject({ organisationId: id, organisationName: z.string(), name: z.string() }),
  /** Words of whoever introduced, for both sides. */
  note: z.string().nullable(),
  introducedAt: instant.nullable(),
  /** `poster` where the poster declined the provider; `broker` where a broker noted an answer given by phone. */
  answeredBy: z.enum(['provider', 'poster', 'broker']).nullable(),
  /** Of the answer or the withdrawal. */
  reason: z.string().nullable(),
  meeting: meetingView.nullable(),
  conflict: introductionConflict,
});
export type IntroductionView = z.infer<typeof introductionView>;

const party = z.strictObject({
  organisationId: id,
  organisationName: z.string(),
  /** Null where none was given. */
  contact: z.strictObject({ name: z.string(), phone: z.string() }).nullable(),
});
/** Contact persons of both sides, for the introduced and the broker only, while the introduction lives. */
export const introductionContacts = z.strictObject({
  /** The need's own contact where it has one, else the poster's. */
  poster: party,
  provider: party,
});
export type IntroductionContacts = z.infer<typeof introductionContacts>;
