import { z } from 'zod';
import { organisationKind } from '../actor';
import { id, instant, leafCode, line, version } from '../primitives';
import { routesOf } from '../route';
import { funding, urgency } from '../state/need';
import { priceModel } from '../state/package';
import { searchKind, searchKinds, searchSorts, understandingType } from './search';

const route = routesOf('discovery');

const fields = {
  q: z.string().trim().max(200),
  kind: z.array(searchKind).max(searchKinds.length),
  district: z.array(line(30)).max(50),
  subdistrict: z.array(line(60)).max(50),
  leaf: z.array(leafCode).max(50),
  group: z.array(z.string().regex(/^[a-z]{1,40}$/)).max(50),
  funding: z.array(funding).max(50),
  priceModel: z.array(priceModel).max(50),
  urgency: z.array(urgency).max(50),
  organisationKind: z.array(organisationKind).max(50),
  free: z.boolean().nullable(),
  sort: z.enum(searchSorts),
  without: z.array(understandingType).max(50),
};
/** What is searched for, without where one was in the list. An empty list narrows nothing. */
export const savedQueryView = z.strictObject(fields);
/** The same as it is sent: what is left out narrows nothing. */
export const savedQuery = z.strictObject({
  q: fields.q.default(''),
  kind: fields.kind.default([]),
  district: fields.district.default([]),
  subdistrict: fields.subdistrict.default([]),
  leaf: fields.leaf.default([]),
  group: fields.group.default([]),
  funding: fields.funding.default([]),
  priceModel: fields.priceModel.default([]),
  urgency: fields.urgency.default([]),
  organisationKind: fields.organisationKind.default([]),
  free: fields.free.default(null),
  sort: fields.sort.default('relevance'),
  without: fields.without.default([]),
});
export type SavedQuery = z.infer<typeof savedQuery>;

/** Whether its owner is told of what is new: `daily` once, in the morning. */
export const searchAlerts = ['off', 'at_once', 'daily'] as const;
export const searchAlert = z.enum(searchAlerts);
export type SearchAlert = z.infer<typeof searchAlert>;

export const savedSearchView = z.strictObject({
  id,
  version,
  name: z.string(),
  query: savedQueryView,
  alert: searchAlert,
  /** So many fit that came since its owner last looked. */
  fresh: z.int().min(0),
  createdAt: instant,
});
export type SavedSearchView = z.infer<typeof savedSearchView>;

const one = z.strictObject({ savedSearchId: id });

/** Of the person, made while acting for the organisation acted for now; at most 50, by name. */
export const listSavedSearches = route('listSavedSearches', {
  method: 'GET',
  path: '/search/saved',
  summary: { zh: '我保存的搜索', en: 'List saved searches' },
  response: z.strictObject({ items: z.array(savedSearchView) }),
});
/** 409 `saved-search.too-many` beyond 50. */
export const saveSearch = route('saveSearch', {
  method: 'POST',
  path: '/search/saved',
  summary: { zh: '保存搜索', en: 'Save a search' },
  body: z.strictObject({ name: line(40), query: savedQuery, alert: searchAlert.default('off') }),
  response: savedSearchView,
});
export const changeSavedSearch = route('changeSavedSearch', {
  method: 'PATCH',
  path: '/search/saved/:savedSearchId',
  summary: { zh: '修改保存的搜索', en: 'Change a saved search' },
  params: one,
  body: z.strictObject({ name: line(40), query: savedQuery, alert: searchAlert }).partial(),
  response: savedSearchView,
});
/** Its owner has looked: what comes from now on is fresh. */
export const seeSavedSearch = route('seeSavedSearch', {
  method: 'POST',
  path: '/search/saved/:savedSearchId/seen',
  kind: 'call',
  summary: { zh: '标记已看过新结果', en: 'Note that fresh results were looked at' },
  params: one,
  response: savedSearchView,
});
export const removeSavedSearch = route('removeSavedSearch', {
  method: 'DELETE',
  path: '/search/saved/:savedSearchId',
  kind: 'call',
  summary: { zh: '删除保存的搜索', en: 'Remove a saved search' },
  params: one,
});
