import { z } from 'zod';
import { pageOf, pageQuery } from '../page';
import type { PolicyOf } from '../policy';
import { broker } from '../policy';
import { day, id, instant, line, text, version } from '../primitives';
import { routesOf } from '../route';

const route = routesOf('desk');

export const contactChannels = ['phone', 'wechat', 'visit', 'meeting', 'email'] as const;
export const contactChannel = z.enum(contactChannels);
export type ContactChannel = z.infer<typeof contactChannel>;
/** What came of it, in one tap. */
export const contactResults = [
  'reached',
  'no_answer',
  'call_back',
  'interested',
  'declined',
  'agreed',
  'wrong_number',
  'other',
] as const;
export const contactResult = z.enum(contactResults);
export type ContactResult = z.infer<typeof contactResult>;

/** What a contact or a follow-up is about: at least one of them. */
const about = {
  needId: id.nullable(),
  organisationId: id.nullable(),
  introductionId: id.nullable(),
  caseId: id.nullable(),
};
const aboutInput = {
  needId: id.optional(),
  organisationId: id.optional(),
  introductionId: id.optional(),
  caseId: id.optional(),
};
const who = z.strictObject({ id, name: z.string() });

/** One entry of the communication log (沟通记录); private to the association, never changed. */
export const contactView = z.strictObject({
  id,
  ...about,
  channel: contactChannel,
  /** `out` the broker called, `in` the other side did. */
  direction: z.enum(['out', 'in']),
  result: contactResult,
  note: z.string().nullable(),
  at: instant,
  by: who,
});
export type ContactView = z.infer<typeof contactView>;

/** What is to be done next, and on which day. */
export const followUpInput = z.strictObject({ what: line(200, 2), dueOn: day });
export const followUpStates = ['open', 'done', 'dropped'] as const;
/** A follow-up (跟进); it stands in the queue as a task `follow_up` from its day on. */
export const followUpView = z.strictObject({
  id,
  version,
  ...about,
  /** Title of its need or case, or name of its organisation: what it is about in one line. */
  title: z.string(),
  what: z.string(),
  dueOn: day,
  state: z.enum(followUpStates),
  /** Whose it is; null = anybody's of the association. */
  assignee: who.nullable(),
  doneAt: instant.nullable(),
});
export type FollowUpView = z.infer<typeof followUpView>;

/** Keeps a call, a visit or a message, and with `next` makes the follow-up in the same tap. */
export const recordContact = route('recordContact', {
  method: 'POST',
  path: '/desk/contacts',
  summary: { zh: '记一次沟通', en: 'Keep a contact in the communication log' },
  body: z.strictObject({
    ...aboutInput,
    channel: contactChannel.default('phone'),
    direction: z.enum(['out', 'in']).default('out'),
    result: contactResult,
    note: text(1000).nullable().default(null),
    /** Now unless given; not in the future. */
    at: instant.optional(),
    next: followUpInput.nullable().default(null),
  }),
  response: contactView.extend({ followUp: followUpView.nullable() }),
});
/** Of one need, organisation, introduction or case; newest first. */
export const listContacts = route('listContacts', {
  method: 'GET',
  path: '/desk/contacts',
  summary: { zh: '沟通记录', en: 'List the communication log' },
  query: pageQuery.extend(aboutInput),
  response: pageOf(contactView),
});

export const createFollowUp = route('createFollowUp', {
  method: 'POST',
  path: '/desk/follow-ups',
  summary: { zh: '新建跟进', en: 'Plan a follow-up' },
  body: followUpInput.extend({
    ...aboutInput,
    /** The caller unless given; a broker of the association. */
    assigneeId: id.optional(),
  }),
  response: followUpView,
});
/** By day, the earliest first. */
export const listFollowUps = route('listFollowUps', {
  method: 'GET',
  path: '/desk/follow-ups',
  summary: { zh: '跟进列表', en: 'List follow-ups' },
  query: pageQuery.extend({
    state: z.enum(followUpStates).default('open'),
    /** `mine` with those of colleagues whose deputy the caller is now. */
    whose: z.enum(['mine', 'all']).default('mine'),
    ...aboutInput,
  }),
  response: pageOf(followUpView),
});
export const changeFollowUp = route('changeFollowUp', {
  method: 'PATCH',
  path: '/desk/follow-ups/:followUpId',
  summary: { zh: '修改跟进', en: 'Change a follow-up' },
  params: z.strictObject({ followUpId: id }),
  body: followUpInput.partial(),
  response: followUpView,
});
/** Done, in one tap; with `contact` the call is logged, with `next` the next one is planned. */
export const finishFollowUp = route('finishFollowUp', {
  method: 'POST',
  path: '/desk/follow-ups/:followUpId/finish',
  kind: 'change',
  summary: { zh: '完成跟进', en: 'Finish a follow-up' },
  params: z.strictObject({ followUpId: id }),
  body: z.strictObject({
    outcome: z.enum(['done', 'dropped']).default('done'),
    contact: z
      .strictObject({
        channel: contactChannel.default('phone'),
        result: contactResult,
        note: text(1000).nullable().default(null),
      })
      .nullable()
      .default(null),
    next: followUpInput.nullable().default(null),
  }),
  response: followUpView.extend({ next: followUpView.nullable() }),
});

/** Who may be given work: brokers of the association, with what each has open and who takes the place of whom now. */
export const listDeskStaff = route('listDeskStaff', {
  method: 'GET',
  path: '/desk/staff',
  summary: { zh: '撮合人员', en: 'List the brokers of the association' },
  response: z.strictObject({
    items: z.array(
      z.strictObject({
        personId: id,
        name: z.string(),
        role: z.enum(['broker', 'administrator']),
        openTasks: z.int().min(0),
        /** While absent: who takes the place, until when. */
        absent: z.strictObject({ deputy: who, until: instant }).nullable(),
      }),
    ),
  }),
});

/** Everything open goes to a colleague in one step: by an administrator, or by the broker who leaves. */
export const handOver = route('handOver', {
  method: 'POST',
  path: '/desk/hand-over',
  summary: { zh: '移交工作', en: 'Hand open work over to a colleague' },
  body: z.strictObject({ fromPersonId: id, toPersonId: id, reason: line(300, 2) }),
  response: z.strictObject({
    id,
    tasks: z.int().min(0),
    followUps: z.int().min(0),
    cases: z.int().min(0),
  }),
});

export const followUpRoutes = {
  recordContact,
  listContacts,
  createFollowUp,
  listFollowUps,
  changeFollowUp,
  finishFollowUp,
  listDeskStaff,
  handOver,
} as const;

export const followUpPolicy = {
  recordContact: [broker()],
  listContacts: [broker()],
  createFollowUp: [broker()],
  listFollowUps: [broker()],
  changeFollowUp: [broker('own')],
  finishFollowUp: [broker('own')],
  listDeskStaff: [broker()],
  handOver: [broker()],
} satisfies PolicyOf<typeof followUpRoutes>;
