import { Meilisearch, type EnqueuedTaskPromise, type Task } from 'meilisearch';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EngineDocument } from '../document/engine-document';
import { engineFault } from './engine-fault';
import { differingSettings, settingsForClient } from './index-settings';

/** One of several queries whose results become one list without repetitions. */
export interface EngineQuery {
  readonly q: string;
  /** `all` words must be there; `frequency` and `last` let words go, the most frequent or the last first. */
  readonly strategy: 'all' | 'frequency' | 'last';
  /** Conditions; all must hold. */
  readonly filter: readonly string[];
  readonly weight: number;
}
export interface EngineSearch {
  readonly indexes: readonly string[];
  readonly queries: readonly EngineQuery[];
  readonly sort: readonly string[];
  readonly offset: number;
  readonly limit: number;
  /** Attributes whose values are counted. */
  readonly facets: readonly string[];
  /** Fields to be searched; all unless given. */
  readonly fields?: readonly string[];
}
export interface EngineAnswer {
  /** Keys of documents, best first. */
  readonly ids: readonly string[];
  readonly total: number;
  /** Attribute → value → how many. */
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
}
export interface IndexFacts {
  readonly documents: number;
  /** Greatest revision of its documents; 0 when it is empty. */
  readonly revision: number;
  readonly differingSettings: readonly string[];
}

/** The search engine as discovery uses it. Every call throws when the engine does not answer or refuses. */
export interface SearchEngine {
  search(search: EngineSearch, signal: AbortSignal): Promise<EngineAnswer>;
  version(): Promise<string>;
  /** @returns null when there is no such index */
  facts(index: string): Promise<IndexFacts | null>;
  /** Makes an empty index with our settings; one of that name is dropped before. */
  create(index: string): Promise<void>;
  put(index: string, documents: readonly EngineDocument[]): Promise<void>;
  remove(index: string, ids: readonly string[]): Promise<void>;
  exists(index: string): Promise<boolean>;
  /** Puts an index into the place of another in one step; what stood there takes its name, if anything did. */
  exchange(next: string, live: string): Promise<void>;
  drop(index: string): Promise<void>;
}

const queryTimeoutMs = 1000;
const writeTimeoutMs = 15_000;
const taskTimeoutMs = 120_000;
/** A task is asked after at growing intervals. */
const [firstWaitMs, lastWaitMs] = [10, 100];

/**
 * Meilisearch behind the engine's port.
 * Identity encoding: a compressed answer comes in two pieces, which delayed acknowledgement holds up by about 40 ms.
 */
export function createSearchEngine(host: string, apiKey: string): SearchEngine {
  const requestInit = { headers: { 'Accept-Encoding': 'identity' } };
  const reader = new Meilisearch({ host, apiKey, requestInit, timeout: queryTimeoutMs });
  const writer = new Meilisearch({ host, apiKey, requestInit, timeout: writeTimeoutMs });
  // The client's own wait leaves its timer behind when a question fails, and with it a process that cannot end.
  const ended = async (enqueued: EnqueuedTaskPromise): Promise<Task> => {
    const { taskUid } = await enqueued;
    const begunMs = performance.now();
    for (let waitMs = firstWaitMs; ; waitMs = Math.min(2 * waitMs, lastWaitMs)) {
      const task = await writer.tasks.getTask(taskUid);
      if (task.status !== 'enqueued' && task.status !== 'processing') return task;
      if (performance.now() - begunMs > taskTimeoutMs)
        throw new Error(
          `Task ${task.type} of ${task.indexUid ?? 'the engine'} has not ended after ${taskTimeoutMs} ms`,
        );
      await sleep(waitMs);
    }
  };
  const done = async (enqueued: EnqueuedTaskPromise): Promise<void> => {
    const task = await ended(enqueued);
    if (task.status !== 'succeeded')
      throw new Error(
        `Task ${task.type} of ${task.indexUid ?? 'the engine'} ${task.status}: ${task.error?.message ?? ''}`,
      );
  };
  const drop = async (index: string): Promise<void> => {
    const task = await ended(writer.deleteIndex(index));
    if (task.status !== 'succeeded' && task.error?.code !== 'index_not_found')
      throw new Error(`Index ${index} could not be dropped: ${task.error?.message ?? task.status}`);
  };
  const exists = (index: string): Promise<boolean> =>
    writer.getRawIndex(index).then(
      () => true,
      (error: unknown) => {
        if (engineFault(error) === 'missing') return false;
        throw error;
      },
    );
  return {
    async search({ indexes, queries, sort, offset, limit, facets, fields }, signal) {
      const answer = await reader.multiSearch(
        {
          federation: {
            offset,
            limit,
            ...(facets.length === 0
              ? {}
              : {
                  facetsByIndex: Object.fromEntries(indexes.map((index) => [index, [...facets]])),
                  mergeFacets: { maxValuesPerFacet: 100 },
                }),
          },
          queries: indexes.flatMap((indexUid) =>
            queries.map(({ q, strategy, filter, weight }) => ({
              indexUid,
              q,
              matchingStrategy: strategy,
              filter: [...filter],
              sort: [...sort],
              locales: ['cmn' as const],
              attributesToRetrieve: ['id'],
              ...(fields ? { attributesToSearchOn: [...fields] } : {}),
              federationOptions: { weight },
            })),
          ),
        },
        { signal },
      );
      return {
        ids: answer.hits.map((hit) => String(hit['id'])),
        total: answer.estimatedTotalHits ?? answer.hits.length,
        facets: answer.facetDistribution ?? {},
      };
    },
    version: async () => (await reader.getVersion()).pkgVersion,
    async facts(index) {
      try {
        const [stats, settings, newest] = await Promise.all([
          writer.index(index).getStats(),
          writer.index(index).getSettings(),
          writer
            .index(index)
            .search('', { limit: 0, facets: ['revision'] })
            .catch(() => null),
        ]);
        return {
          documents: stats.numberOfDocuments,
          revision: newest?.facetStats?.['revision']?.max ?? 0,
          differingSettings: differingSettings(settings),
        };
      } catch (error) {
        if (engineFault(error) === 'missing') return null;
        throw error;
      }
    },
    async create(index) {
      await drop(index);
      await done(writer.createIndex(index, { primaryKey: 'id' }));
      await done(writer.index(index).updateSettings(settingsForClient()));
    },
    put: (index, documents) => done(writer.index(index).addDocuments([...documents], { primaryKey: 'id' })),
    remove: (index, ids) => done(writer.index(index).deleteDocuments([...ids])),
    exists,
    exchange: async (next, live) =>
      done(writer.swapIndexes([{ indexes: [next, live], rename: !(await exists(live)) }])),
    drop,
  };
}
