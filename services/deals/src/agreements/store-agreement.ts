import type { Clock } from '@duijie/domain-kit';
import type { Audit, Outbox, TransactionContext } from '@duijie/service-kit';
import { agreementBodyOf, type Agreement } from './agreement';
import type { AgreementRepository } from './persistence/agreement.repository';
import { dueByPayee } from './terms-faults';

/** One thing that happened to an agreement, for the audit log. */
export interface AgreementStep {
  readonly action: string;
  readonly reason?: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
}

/**
 * Writes an agreement with its next version, the audit entry and `agreement.changed.v1`. What each organisation is to be
 * paid follows its components.
 * @param before as it was locked, null for a new one
 * @returns the agreement as it stands now
 */
export type StoreAgreement = (
  ctx: TransactionContext,
  before: Agreement | null,
  after: Agreement,
  step: AgreementStep,
) => Promise<Agreement>;

function withPayees(before: Agreement | null, after: Agreement): Agreement {
  if (before && before.components === after.components) return after;
  const due = [...dueByPayee(after)].filter(([, dueFen]) => dueFen > 0);
  const paid = new Map(after.payees.map(({ organisationId, paidFen }) => [organisationId, paidFen]));
  return {
    ...after,
    payees: due.map(([organisationId, dueFen]) => ({
      organisationId,
      dueFen,
      paidFen: paid.get(organisationId) ?? 0,
    })),
  };
}

export const storeAgreement =
  (deps: {
    readonly agreements: AgreementRepository;
    readonly audit: Audit;
    readonly outbox: Outbox;
    readonly clock: Clock;
  }): StoreAgreement =>
  async (ctx, before, changed, step) => {
    const after = {
      ...withPayees(before, changed),
      version: (before?.version ?? 0) + 1,
      updatedAt: deps.clock.now(),
    };
    if (before) await deps.agreements.update(ctx, before, after);
    else await deps.agreements.insert(ctx, after);
    const aggregate = { type: 'agreement', id: after.id };
    const moved = before?.state !== after.state;
    await deps.audit.record(ctx, {
      aggregate,
      ...step,
      from: moved ? (before?.state ?? null) : null,
      to: moved ? after.state : null,
    });
    await deps.outbox.append(ctx, {
      type: 'agreement.changed.v1',
      aggregate,
      sequence: after.version,
      data: agreementBodyOf(after),
    });
    return after;
  };
