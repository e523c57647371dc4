import { newId, type Clock } from '@duijie/domain-kit';
import type { TransactionContext } from '../context';
import type { Database } from './database';
import { AuditEntryEntity } from './audit.entity';

export interface AuditRecord {
  /** Verb in the past tense, e.g. `need.published`. */
  readonly action: string;
  readonly aggregate: { readonly type: string; readonly id: string };
  readonly from?: string | null;
  readonly to?: string | null;
  readonly reason?: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Where use cases record what they changed: in the same transaction, which the type demands. */
export interface Audit {
  record(ctx: TransactionContext, record: AuditRecord): Promise<void>;
}

/** @param nudge called after commit, so that the sealer need not wait for its next round */
export function createAudit(database: Database, clock: Clock, nudge: () => void): Audit {
  return {
    async record(ctx, record) {
      const now = clock.now();
      const { actor } = ctx;
      const onBehalf = actor.type === 'person' ? actor.onBehalf : undefined;
      await database.manager(ctx).insert(AuditEntryEntity, {
        id: newId(now.getTime()),
        occurredAt: now,
        actor:
          actor.type === 'person'
            ? actor.personId
            : actor.type === 'service'
              ? `service.${actor.service}`
              : 'anonymous',
        organisationId: actor.type === 'person' ? (actor.actingFor?.organisationId ?? null) : null,
        inPlaceOf: actor.type === 'person' ? actor.inPlaceOf : null,
        brokerOrganisationId: onBehalf?.brokerOrganisationId ?? null,
        brokerOrganisationName: onBehalf?.brokerOrganisationName ?? null,
        onBehalfChannel: onBehalf?.channel ?? null,
        onBehalfNote: onBehalf?.note ?? null,
        action: record.action,
        aggregateType: record.aggregate.type,
        aggregateId: record.aggregate.id,
        fromState: record.from ?? null,
        toState: record.to ?? null,
        reason: record.reason ?? null,
        data: record.data ? JSON.stringify(record.data) : null,
        requestId: ctx.requestId.slice(0, 64),
        remoteAddress: ctx.remoteAddress,
        position: null,
        previousHash: null,
        hash: null,
      });
      ctx.transaction.afterCommit(nudge);
    },
  };
}
