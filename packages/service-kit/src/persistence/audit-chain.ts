import { createHmac } from 'node:crypto';
import type { AuditEntryEntity } from './audit.entity';

/** Hash before the first link. */
export const genesis = '0'.repeat(64);

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
      .join(',')}}`;
  return JSON.stringify(value ?? null);
}

/** The key of a service's chain: derived from the host's secret, so that the database alone cannot make a link. */
export const auditKey = (secret: string, service: string): Buffer =>
  createHmac('sha256', secret).update(`audit-chain:${service}`).digest();

/**
 * Hash of one link: HMAC-SHA256 over the canonical record, its position and the previous hash.
 * @see RFC 2104; RFC 8785 for the canonical form (keys sorted; no floats occur)
 */
export function linkHash(key: Buffer, entry: AuditEntryEntity, position: number, previousHash: string): string {
  const {
    id,
    occurredAt,
    actor,
    organisationId,
    inPlaceOf,
    brokerOrganisationId,
    brokerOrganisationName,
    onBehalfChannel,
    onBehalfNote,
    action,
    aggregateType,
    aggregateId,
    fromState,
    toState,
    reason,
    data,
    requestId,
    remoteAddress,
  } = entry;
  const onBehalf = [brokerOrganisationId, brokerOrganisationName, onBehalfChannel, onBehalfNote];
  const record = {
    id,
    occurredAt: occurredAt.toISOString(),
    actor,
    organisationId,
    inPlaceOf,
    action,
    aggregateType,
    aggregateId,
    fromState,
    toState,
    reason,
    data,
    requestId,
    remoteAddress,
    position,
    // Left out of the record where nobody acted for another: links from before these columns keep their hash.
    ...(onBehalf.every((value) => value === null) ? {} : { onBehalf }),
  };
  return createHmac('sha256', key).update(canonical(record)).update(previousHash).digest('hex');
}
