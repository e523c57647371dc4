import type { ResponseState } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import type { Audit, Outbox, TransactionContext } from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import type { ResponseRepository, SealedContent } from './persistence/response.repository';
import { responseBodyOf, type LotResponse } from './response';

/** One thing that happened to a response, for the audit log: never anything of what is offered. */
export interface ResponseStep {
  readonly action: string;
  readonly from?: ResponseState | null;
  readonly to?: ResponseState;
  readonly reason?: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
}

/**
 * Writes a response with its next version, its parties, the audit entries, and, once others may know of it,
 * `response.changed.v1`. The lot must be locked before the response.
 * @param before as it was locked, null for a new one
 * @param sealed new sealed content, left out where it stays
 * @returns the response as it stands now
 * @throws Conflict `response.already` when a party takes part in another response to the lot
 */
export type StoreResponse = (
  ctx: TransactionContext,
  lot: Lot,
  before: LotResponse | null,
  after: LotResponse,
  steps: readonly ResponseStep[],
  sealed?: SealedContent,
) => Promise<LotResponse>;

export const storeResponse =
  (deps: {
    readonly responses: ResponseRepository;
    readonly audit: Audit;
    readonly outbox: Outbox;
    readonly clock: Clock;
  }): StoreResponse =>
  async (ctx, lot, before, after, steps, sealed) => {
    const response: LotResponse = { ...after, version: (before?.version ?? 0) + 1, updatedAt: deps.clock.now() };
    if (before) await deps.responses.update(ctx, before, response, sealed);
    else await deps.responses.insert(ctx, response, sealed);
    const aggregate = { type: 'response', id: response.id };
    for (const step of steps) await deps.audit.record(ctx, { aggregate, ...step });
    if (response.disclosed)
      await deps.outbox.append(ctx, {
        type: 'response.changed.v1',
        aggregate,
        sequence: response.version,
        data: responseBodyOf(response, lot),
      });
    return response;
  };
