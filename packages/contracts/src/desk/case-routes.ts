import { z } from 'zod';
import { onBehalfChannel } from '../actor';
import { importPolicy } from '../imports/import-policy';
import { importRoutes } from '../imports/import-routes';
import { pageOf, pageQuery } from '../page';
import type { PolicyOf } from '../policy';
import { broker } from '../policy';
import { day, id, instant, line, text, version } from '../primitives';
import { routesOf } from '../route';

const route = routesOf('desk');
const one = z.strictObject({ caseId: id });

export const caseStates = ['open', 'done', 'dropped'] as const;
export const caseState = z.enum(caseStates);

/**
 * A case (在办事项) that a broker brought along: a need that is dealt with outside the platform so far. It names its
 * poster and its counterpart by name; both are linked once an organisation of that name is on the platform, and so is the
 * need of that title. Private to the association.
 */
export const caseView = z.strictObject({
  id,
  version,
  title: z.string(),
  poster: z.strictObject({ name: z.string(), organisationId: id.nullable() }),
  counterpart: z.strictObject({ name: z.string(), organisationId: id.nullable() }).nullable(),
  district: z.string().nullable(),
  subdistrict: z.string().nullable(),
  contact: z.strictObject({ name: z.string().nullable(), phone: z.string().nullable() }).nullable(),
  /** How far it is, in the broker's words. */
  progress: z.string().nullable(),
  /** Its follow-up: what is to be done next, and when. */
  nextStep: z.string().nullable(),
  nextOn: day.nullable(),
  note: z.string().nullable(),
  state: caseState,
  needId: id.nullable(),
  assignee: z.strictObject({ id, name: z.string() }).nullable(),
  /** Row of the sheet that it came from. */
  origin: z.strictObject({ source: z.string(), externalId: z.string() }).nullable(),
  createdAt: instant,
  updatedAt: instant,
});
export type CaseView = z.infer<typeof caseView>;
/** A case in a list: its contact is on its own page only. */
export const caseSummary = caseView.omit({ contact: true, note: true });

/** The newest first. */
export const listCases = route('listCases', {
  method: 'GET',
  path: '/desk/cases',
  summary: { zh: '在办事项列表', en: 'List cases at hand' },
  query: pageQuery.extend({
    state: caseState.default('open'),
    whose: z.enum(['mine', 'all']).default('all'),
  }),
  response: pageOf(caseSummary),
});
export const getCase = route('getCase', {
  method: 'GET',
  path: '/desk/cases/:caseId',
  summary: { zh: '查看在办事项', en: 'Show a case' },
  params: one,
  response: caseView,
});
/** `nextOn` moves its follow-up; null for both ends it. */
export const changeCase = route('changeCase', {
  method: 'PATCH',
  path: '/desk/cases/:caseId',
  summary: { zh: '修改在办事项', en: 'Change a case' },
  params: one,
  body: z
    .strictObject({
      title: line(200, 2),
      posterOrganisationId: id,
      counterpartOrganisationId: id.nullable(),
      contact: z.strictObject({ name: line(40).nullable(), phone: line(30, 5).nullable() }).nullable(),
      progress: text(500).nullable(),
      nextStep: line(200, 2).nullable(),
      nextOn: day.nullable(),
      note: text(2000).nullable(),
      state: caseState,
      /** A need of the platform that it is about. */
      needId: id.nullable(),
      assigneeId: id,
    })
    .partial(),
  response: caseView,
});
/**
 * Makes it a need of its poster, drafted by the broker on behalf of it (代办), and links both. A draft unless `publish`.
 * 409 `case.poster-unknown` while the poster is not on the platform, `case.poster-kind` where it posts no needs or acts
 * itself, `case.has-need`, `case.ended`.
 */
export const makeNeedOfCase = route('makeNeedOfCase', {
  method: 'POST',
  path: '/desk/cases/:caseId/need',
  kind: 'change',
  summary: { zh: '转为平台需求', en: 'Make a need of a case' },
  params: one,
  body: z.strictObject({
    /** Submits it at once. */
    publish: z.boolean().default(false),
    /** More than the title, in one's own words; the title and the progress unless given. */
    description: text(5000, 2).optional(),
    /** How the poster asked for it; what was said. The row of the sheet that the case came from unless given. */
    channel: onBehalfChannel.default('paper'),
    said: line(200, 2).optional(),
  }),
  response: caseView.extend({
    /** Why it stayed a draft though `publish` was asked for, in the language asked for. */
    notPublished: z.string().nullable(),
  }),
});

/** `importRoutes` stands apart: its paths begin with `/imports/cases`. */
export const caseRoutes = {
  listCases,
  getCase,
  changeCase,
  makeNeedOfCase,
  ...importRoutes('desk', 'cases'),
} as const;

export const casePolicy = {
  listCases: [broker()],
  getCase: [broker('own')],
  changeCase: [broker('own')],
  makeNeedOfCase: [broker('own')],
  ...importPolicy('cases', broker()),
} satisfies PolicyOf<typeof caseRoutes>;
