import { z } from 'zod';
import { pageOf, pageQuery } from '../page';
import { id, line, queryInt, text } from '../primitives';
import { routesOf } from '../route';
import { needChange, needInput } from './need-input';
import { needHistoryEntry, needVersion, needVersionSummary, needView } from './need-view';

const route = routesOf('needs');
const one = z.strictObject({ needId: id });
const why = z.strictObject({ reason: text(500, 2) });

export const createNeed = route('createNeed', {
  method: 'POST',
  path: '/needs',
  summary: { zh: '新建需求草稿', en: 'Draft a need' },
  body: needInput,
  response: needView,
});
/** Its `progress` moves without its version, hence `call`: an answer is never told to be unchanged by its version. */
export const getNeed = route('getNeed', {
  method: 'GET',
  path: '/needs/:needId',
  kind: 'call',
  summary: { zh: '查看需求', en: 'Show a need' },
  params: one,
  response: needView,
});
/**
 * A published need may be changed too, except for its mode; each such change is a new version and is looked at after. A
 * poster that is not verified takes its need back to screening by it. While it is being decided only its decision basis
 * may be given. One that failed or was returned may change its mode too before it is submitted again; its lots keep their ids.
 */
export const changeNeed = route('changeNeed', {
  method: 'PATCH',
  path: '/needs/:needId',
  summary: { zh: '修改需求', en: 'Change a need' },
  params: one,
  body: needChange,
  response: needView,
});
/** Publishes at once, or leaves it for screening where the rule says so. */
export const submitNeed = route('submitNeed', {
  method: 'POST',
  path: '/needs/:needId/submit',
  kind: 'change',
  summary: { zh: '提交发布需求', en: 'Submit a need for publication' },
  params: one,
  response: needView,
});
export const approveNeed = route('approveNeed', {
  method: 'POST',
  path: '/needs/:needId/approve',
  kind: 'change',
  summary: { zh: '审核通过并发布', en: 'Publish a need that was screened' },
  params: one,
  response: needView,
});
/** A published need was looked at and stands. */
export const checkNeed = route('checkNeed', {
  method: 'POST',
  path: '/needs/:needId/check',
  kind: 'change',
  summary: { zh: '发布后核对无误', en: 'Confirm a need published without screening' },
  params: one,
  response: needView,
});
export const returnNeed = route('returnNeed', {
  method: 'POST',
  path: '/needs/:needId/return',
  kind: 'change',
  summary: { zh: '退回修改', en: 'Return a need with reasons' },
  params: one,
  body: why,
  response: needView,
});
export const withdrawNeed = route('withdrawNeed', {
  method: 'POST',
  path: '/needs/:needId/withdraw',
  kind: 'change',
  summary: { zh: '撤回需求', en: 'Withdraw a need' },
  params: one,
  body: why,
  response: needView,
});
export const markNeedDuplicate = route('markNeedDuplicate', {
  method: 'POST',
  path: '/needs/:needId/duplicate',
  kind: 'change',
  summary: { zh: '标记为重复', en: 'Mark a need as a duplicate of another' },
  params: one,
  body: why.partial().extend({ duplicateOf: id }),
  response: needView,
});
/** To an organisation of the platform, or to a body that is named. */
export const referNeed = route('referNeed', {
  method: 'POST',
  path: '/needs/:needId/refer',
  kind: 'change',
  summary: { zh: '转办', en: 'Refer a need to another body' },
  params: one,
  body: why.extend({ organisationId: id.optional(), name: line(80, 2).optional() }),
  response: needView,
});
/**
 * Drafts a new need of the lots that failed or were given back while their need goes on (it cannot be published again
 * itself): same poster, place, words and conflict wall, what is left of the money. All that ended unless `lotIds` names some.
 */
export const takeLotsAgain = route('takeLotsAgain', {
  method: 'POST',
  path: '/needs/:needId/lots-again',
  summary: { zh: '为落空的标段另起新需求', en: 'Draft a new need of lots that ended' },
  params: one,
  body: z.strictObject({ lotIds: z.array(id).min(1).max(20).optional() }),
  response: needView,
});
export const excludeFromNeed = route('excludeFromNeed', {
  method: 'POST',
  path: '/needs/:needId/exclusions',
  kind: 'change',
  summary: { zh: '设置利益回避', en: 'Put an organisation behind the conflict wall of a need' },
  params: one,
  body: why.extend({ organisationId: id }),
  response: needView,
});
export const readmitToNeed = route('readmitToNeed', {
  method: 'DELETE',
  path: '/needs/:needId/exclusions/:organisationId',
  summary: { zh: '取消利益回避', en: 'Take back an exclusion that a broker added' },
  params: one.extend({ organisationId: id }),
  response: needView,
});
export const listNeedVersions = route('listNeedVersions', {
  method: 'GET',
  path: '/needs/:needId/versions',
  summary: { zh: '需求历史版本', en: 'List published versions of a need' },
  params: one,
  query: pageQuery,
  response: pageOf(needVersionSummary),
});
export const getNeedVersion = route('getNeedVersion', {
  method: 'GET',
  path: '/needs/:needId/versions/:version',
  summary: { zh: '查看需求某一版本', en: 'Show a published version of a need' },
  params: one.extend({ version: queryInt(1, 1_000_000_000) }),
  response: needVersion,
});
export const listNeedHistory = route('listNeedHistory', {
  method: 'GET',
  path: '/needs/:needId/history',
  summary: { zh: '需求办理记录', en: 'List the steps in the life of a need' },
  params: one,
  query: pageQuery,
  response: pageOf(needHistoryEntry),
});
