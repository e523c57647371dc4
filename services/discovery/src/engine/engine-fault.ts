import { MeilisearchApiError, MeilisearchRequestError, MeilisearchRequestTimeOutError } from 'meilisearch';

/**
 * What an error says of the engine. `away`: no answer, or a proxy's word that there is none; `missing`: it answers, and
 * has no such index (yet); `refused`: any other error, which is a fault of the question and not of the engine.
 */
export type EngineFault = 'away' | 'missing' | 'refused';

/** Gateway errors, and the engine's own word for too many questions at once. */
const awayStatuses: ReadonlySet<number> = new Set([502, 503, 504]);

export function engineFault(error: unknown): EngineFault {
  if (error instanceof MeilisearchApiError) {
    if (error.cause?.code === 'index_not_found') return 'missing';
    return awayStatuses.has(error.response.status) ? 'away' : 'refused';
  }
  return error instanceof MeilisearchRequestError || error instanceof MeilisearchRequestTimeOutError
    ? 'away'
    : 'refused';
}
