import { auditContract } from '../audit/audit-contract';
import { operationsContract } from '../operations/operations-contract';
import type { PolicyOf } from '../policy';
import { administrator, anyone, broker, member } from '../policy';
import { routesOf } from '../route';
import { changeSavedSearch, listSavedSearches, removeSavedSearch, saveSearch, seeSavedSearch } from './saved-searches';
import { searchAnswer, searchQuery } from './search';
import {
  searchOpenedInput,
  searchQuestions,
  searchQuestionsQuery,
  similarAnswer,
  similarQuery,
} from './search-questions';
import { rebuildInput, searchStatus } from './search-status';
import { suggestAnswer, suggestQuery } from './suggest';

const route = routesOf('discovery');

/** Public needs, packages and providers. Answered within a second also while the engine is away, then `degraded`. */
export const search = route('search', {
  method: 'GET',
  path: '/search',
  kind: 'call',
  summary: { zh: '搜索', en: 'Search needs, packages and providers' },
  query: searchQuery,
  response: searchAnswer,
});
export const suggest = route('suggest', {
  method: 'GET',
  path: '/search/suggest',
  kind: 'call',
  summary: { zh: '搜索联想', en: 'Suggest leaves, organisations and titles while typing' },
  query: suggestQuery,
  response: suggestAnswer,
});
/** Needs no engine: what is of the same services, then by words and place. */
export const findSimilar = route('findSimilar', {
  method: 'GET',
  path: '/search/similar',
  kind: 'call',
  summary: { zh: '相似内容', en: 'Find what is much like a public need, package or provider' },
  query: similarQuery,
  response: similarAnswer,
});
/** Counted by words and place in the list, without who. */
export const noteSearchOpened = route('noteSearchOpened', {
  method: 'POST',
  path: '/search/opened',
  kind: 'call',
  summary: { zh: '记下打开了第几条搜索结果', en: 'Note which place of a result list was opened' },
  body: searchOpenedInput,
});
export const getSearchQuestions = route('getSearchQuestions', {
  method: 'GET',
  path: '/search/questions',
  kind: 'call',
  summary: { zh: '大家搜什么、没搜到什么', en: 'What is searched for, and what is not found' },
  query: searchQuestionsQuery,
  response: searchQuestions,
});
export const getSearchStatus = route('getSearchStatus', {
  method: 'GET',
  path: '/search/status',
  summary: { zh: '搜索索引状态', en: 'How the search indexes stand' },
  response: searchStatus,
});
/** Builds every index anew beside the one in use and swaps them; asked for here, done by the indexer. */
export const rebuildSearch = route('rebuildSearch', {
  method: 'POST',
  path: '/search/rebuild',
  kind: 'call',
  summary: { zh: '重建搜索索引', en: 'Rebuild the search indexes without a gap' },
  body: rebuildInput,
  response: searchStatus,
  status: 202,
});

export const discoveryRoutes = {
  search,
  suggest,
  findSimilar,
  noteSearchOpened,
  getSearchQuestions,
  listSavedSearches,
  saveSearch,
  changeSavedSearch,
  seeSavedSearch,
  removeSavedSearch,
  getSearchStatus,
  rebuildSearch,
  verifyDiscoveryAudit: auditContract('discovery'),
  getDiscoveryOperations: operationsContract('discovery'),
} as const;
export const discoveryPolicy = {
  search: [anyone()],
  suggest: [anyone()],
  findSimilar: [anyone()],
  noteSearchOpened: [anyone()],
  getSearchQuestions: [broker()],
  listSavedSearches: [member('self')],
  saveSearch: [member('self')],
  changeSavedSearch: [member('self')],
  seeSavedSearch: [member('self')],
  removeSavedSearch: [member('self')],
  getSearchStatus: [broker()],
  rebuildSearch: [administrator()],
  verifyDiscoveryAudit: [administrator()],
  getDiscoveryOperations: [administrator()],
} satisfies PolicyOf<typeof discoveryRoutes>;
