import { z } from 'zod';
import { pageOf, pageQuery } from '../page';
import { id, instant } from '../primitives';
import { routesOf } from '../route';

const route = routesOf('identity');

/** Walks the audit chain of identity from its first link. No faults: nothing was altered. */
export const verifyIdentityAudit = route('verifyIdentityAudit', {
  method: 'GET',
  path: '/audit/identity/verify',
  summary: { zh: '核验身份审计链', en: 'Verify the audit chain of identity' },
  response: z.strictObject({
    entries: z.int(),
    unsealed: z.int(),
    head: z.string(),
    faults: z.array(z.strictObject({ position: z.int(), fault: z.enum(['missing', 'altered', 'head']) })),
  }),
});
/** What happened to one organisation, person, compound or invitation; oldest first. */
export const listIdentityAudit = route('listIdentityAudit', {
  method: 'GET',
  path: '/audit/identity',
  summary: { zh: '身份审计记录', en: 'List audit entries of one aggregate' },
  /** An id or a 12-digit code, so ASCII. */
  query: pageQuery.extend({
    aggregateId: z
      .string()
      .min(1)
      .max(60)
      .regex(/^[\x21-\x7e]+$/),
  }),
  response: pageOf(
    z.strictObject({
      id,
      occurredAt: instant,
      actor: z.string(),
      organisationId: id.nullable(),
      inPlaceOf: id.nullable(),
      action: z.string(),
      aggregateType: z.string(),
      aggregateId: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
});
