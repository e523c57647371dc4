import { z } from 'zod';
import { pageOf, pageQuery } from '../page';
import { id, leafCode, line } from '../primitives';
import { routesOf } from '../route';
import { funding, needState, urgency } from '../state/need';
import { needSummary } from './need-view';

const route = routesOf('needs');

/**
 * Published needs that still take responses, or those in `state`; newest first. Filters narrow together: similar needs
 * nearby are those of a `leaf` in a `district`.
 */
export const listNeeds = route('listNeeds', {
  method: 'GET',
  path: '/needs',
  summary: { zh: '需求列表', en: 'List published needs' },
  query: pageQuery.extend({
    leaf: leafCode.optional(),
    district: line(30).optional(),
    funding: funding.optional(),
    urgency: urgency.optional(),
    /** States before publication are never listed here. */
    state: needState.exclude(['draft', 'submitted', 'returned']).optional(),
    organisationId: id.optional(),
  }),
  response: pageOf(needSummary),
});
/** Needs in any state of the organisation acted for, newest first. */
export const listOwnNeeds = route('listOwnNeeds', {
  method: 'GET',
  path: '/needs/mine',
  summary: { zh: '我的需求', en: 'List own needs' },
  query: pageQuery.extend({ state: needState.optional() }),
  response: pageOf(needSummary),
});
/** What waits for a look, oldest first: officers see their area, brokers all. */
export const listScreeningNeeds = route('listScreeningNeeds', {
  method: 'GET',
  path: '/needs/screening',
  summary: { zh: '待审核的需求', en: 'List needs that wait for screening' },
  query: pageQuery.extend({
    /** `first` before publication, `after` published and to be looked at. */
    queue: z.enum(['first', 'after']).default('first'),
    district: line(30).optional(),
  }),
  response: pageOf(needSummary),
});
