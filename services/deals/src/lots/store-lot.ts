import type { LotState } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import type { Audit, Outbox, TransactionContext } from '@duijie/service-kit';
import { lotBodyOf, type Lot } from './lot';
import type { LotRepository } from './persistence/lot.repository';

/** One thing that happened to a lot, for the audit log. A change of state has a `to`. */
export interface LotStep {
  readonly action: string;
  readonly from?: LotState | null;
  readonly to?: LotState;
  readonly reason?: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
}

/**
 * Writes a lot with its next version, the audit entries and `lot.changed.v1`.
 * @param before as it was locked, null for a new one
 * @returns the lot as it stands now
 */
export type StoreLot = (
  ctx: TransactionContext,
  before: Lot | null,
  after: Lot,
  steps: readonly LotStep[],
) => Promise<Lot>;

export const storeLot =
  (deps: {
    readonly lots: LotRepository;
    readonly audit: Audit;
    readonly outbox: Outbox;
    readonly clock: Clock;
  }): StoreLot =>
  async (ctx, before, after, steps) => {
    const lot: Lot = { ...after, version: (before?.version ?? 0) + 1, updatedAt: deps.clock.now() };
    if (before) await deps.lots.update(ctx, before, lot);
    else await deps.lots.insert(ctx, lot);
    const aggregate = { type: 'lot', id: lot.id };
    for (const step of steps) await deps.audit.record(ctx, { aggregate, ...step });
    await deps.outbox.append(ctx, {
      type: 'lot.changed.v1',
      aggregate,
      sequence: lot.version,
      data: lotBodyOf(lot),
    });
    return lot;
  };
