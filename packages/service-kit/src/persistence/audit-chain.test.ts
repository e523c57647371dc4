import type { AuditEntryEntity } from './audit.entity';
import { auditKey, genesis, linkHash } from './audit-chain';

const key = auditKey('a secret of the host', 'needs');
const entry: AuditEntryEntity = {
  id: '018f0000-0000-7000-8000-000000000001',
  occurredAt: new Date('2026-12-01T00:00:00.000Z'),
  actor: 'anonymous',
  organisationId: null,
  inPlaceOf: null,
  brokerOrganisationId: null,
  brokerOrganisationName: null,
  onBehalfChannel: null,
  onBehalfNote: null,
  action: 'need.published',
  aggregateType: 'need',
  aggregateId: '018f0000-0000-7000-8000-000000000002',
  fromState: 'draft',
  toState: 'published',
  reason: null,
  data: '{"b":1,"a":2}',
  requestId: 'r',
  remoteAddress: null,
  position: null,
  previousHash: null,
  hash: null,
};
const changes: Partial<AuditEntryEntity>[] = [
  { occurredAt: new Date('2026-12-01T00:00:00.001Z') },
  { actor: 'another' },
  { organisationId: entry.id },
  { inPlaceOf: entry.id },
  { brokerOrganisationId: entry.id },
  { brokerOrganisationName: '市物业管理协会' },
  { onBehalfChannel: 'phone' },
  { onBehalfNote: '王主任来电' },
  { action: 'need.withdrawn' },
  { fromState: null },
  { toState: 'draft' },
  { reason: 'x' },
  { data: null },
  { requestId: 's' },
  { remoteAddress: '127.0.0.1' },
];

test.each(changes)('a change of %j changes the hash', (change) => {
  expect(linkHash(key, { ...entry, ...change }, 1, genesis)).not.toBe(linkHash(key, entry, 1, genesis));
});
test('position and predecessor are part of the hash', () => {
  expect(linkHash(key, entry, 2, genesis)).not.toBe(linkHash(key, entry, 1, genesis));
  expect(linkHash(key, entry, 1, '1'.repeat(64))).not.toBe(linkHash(key, entry, 1, genesis));
});
test('another secret and another service make other hashes', () => {
  for (const other of [auditKey('another secret', 'needs'), auditKey('a secret of the host', 'offers')])
    expect(linkHash(other, entry, 1, genesis)).not.toBe(linkHash(key, entry, 1, genesis));
});
test('a link made before work on behalf could be told keeps its hash', () => {
  expect(linkHash(key, entry, 1, genesis)).toBe('346482bfb0ab5094937f5dea4c18ea8a28982cf40615f3f0135bff93e329d61f');
});
