import { z } from 'zod';
import { pageOf, pageQuery } from '../page';
import { day, id, line } from '../primitives';
import { routesOf } from '../route';
import { compoundChange, compoundInput, compoundSummary, compoundView } from './compound-view';

const route = routesOf('identity');
const one = z.strictObject({ compoundId: id });

/**
 * By name. A subdistrict asks for its district, a community for its subdistrict. Those of a firm come by the end of their
 * contracts where a day is given.
 */
export const listCompounds = route('listCompounds', {
  method: 'GET',
  path: '/compounds',
  summary: { zh: '小区（院落）列表', en: 'List compounds' },
  query: pageQuery.extend({
    district: line(30).optional(),
    subdistrict: line(60).optional(),
    community: line(60).optional(),
    /** Beginning of the name. */
    name: line(80).optional(),
    /** Managed by that organisation. */
    firmId: id.optional(),
    /** Contracts that end by that day; only with `firmId`. */
    contractEndsBy: day.optional(),
  }),
  response: pageOf(compoundSummary),
});
export const createCompound = route('createCompound', {
  method: 'POST',
  path: '/compounds',
  summary: { zh: '新建小区（院落）', en: 'Enter a compound' },
  body: compoundInput,
  response: compoundView,
});
export const getCompound = route('getCompound', {
  method: 'GET',
  path: '/compounds/:compoundId',
  summary: { zh: '查看小区（院落）', en: 'Show a compound' },
  params: one,
  response: compoundView,
});
export const changeCompound = route('changeCompound', {
  method: 'PATCH',
  path: '/compounds/:compoundId',
  summary: { zh: '修改小区（院落）', en: 'Change a compound' },
  params: one,
  body: compoundChange,
  response: compoundView,
});
