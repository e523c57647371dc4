import type { Found } from '../found';
import type { Reading } from '../reading';
import type { Wanted } from '../wanted';
import { countBeside } from './count-beside';
import { engineFilter, engineSort, inDistricts, ofLeaf } from './engine-filter';
import { indexName } from './index-name';
import { facetAttributes, indexSettings } from './index-settings';
import type { EngineQuery, SearchEngine } from './search-engine';

/** So many of the engine's best are ranked by our own measure; what follows comes in the engine's order. */
const window = 100;
/** With fewer than this that hold all words, those that hold some of them are looked for too. */
const enough = 40;
const mostTerms = 8;
/** As far as the engine lets one go. */
const furthest = indexSettings.pagination.maxTotalHits;

/**
 * Finds by the engine: first what holds all words, with facets and total; filled up with what holds the rarer words when
 * that is little. An order other than relevance is the engine's.
 */
export const findByEngine =
  (engine: SearchEngine, namespace: string) =>
  async (wanted: Wanted, reading: Reading, signal: AbortSignal): Promise<Found> => {
    const { offset, limit } = wanted.query;
    const indexes = wanted.kinds.map((kind) => indexName(namespace, kind));
    const filter = engineFilter(wanted);
    const sort = engineSort(wanted);
    const ranked = sort.length === 0;
    // From the beginning, whatever page is asked for: the ranked ones are the same for all, so that none repeats another.
    const depth = Math.min(Math.max(window, offset + limit), furthest);
    const local = inDistricts(reading.places.map((place) => place.district));
    /** A community or compound stands in the place of its documents. */
    const exact = reading.places.flatMap((place) => place.compound ?? place.community ?? []);
    /** What lies in a place that the words name is asked for besides, so that it is among the candidates. */
    const withLocal = (queries: readonly EngineQuery[]): EngineQuery[] =>
      sort.length === 0 && local.length > 0
        ? [...queries.map((q) => ({ ...q, filter: [...q.filter, ...local], weight: q.weight * 2 })), ...queries]
        : [...queries];

    /** Documents of the leaves that the words mean, those with the words first: hundreds that hold the words do not crowd them out. */
    const meaning =
      ranked && reading.leaves.length > 0
        ? engine.search(
            {
              indexes,
              queries: withLocal(
                reading.leaves.flatMap(({ code, confidence }): EngineQuery[] => {
                  const own = [...filter, ofLeaf(code)];
                  return [
                    { q: reading.words, strategy: 'frequency', filter: own, weight: confidence },
                    { q: '', strategy: 'all', filter: own, weight: 0.1 * confidence },
                  ];
                }),
              ),
              sort,
              offset: 0,
              limit: window / 2,
              facets: [],
            },
            signal,
          )
        : null;
    // What fails here fails the first question too, or is not missed.
    const meant = (meaning ?? Promise.resolve({ ids: [] })).then(
      ({ ids }) => ids,
      () => [],
    );
    const counting = countBeside(engine, namespace, wanted, reading, signal);
    const all = await engine.search(
      {
        indexes,
        queries: [
          ...(ranked ? exact : []).map((name): EngineQuery => ({
            q: `${reading.words} "${name}"`,
            strategy: 'all',
            filter,
            weight: 3,
          })),
          ...withLocal([{ q: reading.words, strategy: 'all', filter, weight: 1 }]),
        ],
        sort,
        offset: ranked ? 0 : offset,
        limit: ranked ? depth : limit,
        facets: facetAttributes,
      },
      signal,
    );
    const best = all.ids.slice(0, window);
    const first = [...new Set([...best, ...(await meant)])];
    const firm: Found = {
      ids: [...new Set([...first, ...all.ids])],
      firm: best.length,
      ranked: ranked ? first.length : 0,
      page: ranked ? null : offset,
      total: all.total,
      facets: { ...all.facets, ...(await counting) },
    };
    if (reading.terms.length === 0 || all.total >= enough || (!ranked && all.total > 0)) return firm;

    const most = Math.max(...reading.terms.map((term) => term.worth));
    const fill = await engine
      .search(
        {
          indexes,
          queries: [
            ...withLocal([
              { q: reading.words, strategy: 'frequency', filter, weight: 1 },
              { q: reading.words, strategy: 'last', filter, weight: 0.9 },
            ]),
            ...reading.terms
              .filter((term) => term.documents > 0)
              .toSorted((a, b) => b.worth - a.worth)
              .slice(0, mostTerms)
              .map(({ term, worth }): EngineQuery => ({
                q: `"${term}"`,
                strategy: 'all',
                filter,
                weight: Math.max(0.05, (0.8 * worth) / most),
              })),
          ],
          sort,
          offset: 0,
          limit: ranked ? window : Math.min(offset + limit, furthest),
          facets: all.total === 0 ? facetAttributes : [],
        },
        signal,
      )
      // What holds all words is an answer too.
      .catch((error: unknown) => {
        if (all.total > 0) return null;
        throw error;
      });
    if (fill === null) return firm;
    const filled = [...new Set([...firm.ids, ...fill.ids])];
    return {
      ...firm,
      ids: filled,
      ranked: ranked ? filled.length : 0,
      ...(all.total === 0 ? { total: fill.total, facets: fill.facets, page: null } : {}),
    };
  };
