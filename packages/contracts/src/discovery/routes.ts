import { auditContract } from '../audit/audit-contract';
import type { PolicyOf } from '../policy';
import { administrator, anyone, broker } from '../policy';
import { routesOf } from '../route';
import { searchAnswer, searchQuery } from './search';
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
  getSearchStatus,
  rebuildSearch,
  verifyDiscoveryAudit: auditContract('discovery'),
} as const;
export const discoveryPolicy = {
  search: [anyone()],
  suggest: [anyone()],
  getSearchStatus: [broker()],
  rebuildSearch: [administrator()],
  verifyDiscoveryAudit: [administrator()],
} satisfies PolicyOf<typeof discoveryRoutes>;
