import { z } from 'zod';
import { onBehalfRecord } from '../audit/on-behalf-record';
import { pageOf, pageQuery } from '../page';
import { id, instant } from '../primitives';
import { routesOf } from '../route';

/** What happened to one organisation, person, compound or invitation; oldest first. */
export const listIdentityAudit = routesOf('identity')('listIdentityAudit', {
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
      /** Of a person; null for a service. */
      actorName: z.string().nullable(),
      organisationId: id.nullable(),
      inPlaceOf: id.nullable(),
      /** Where a broker did it for `organisationId`. */
      onBehalf: onBehalfRecord.nullable(),
      action: z.string(),
      aggregateType: z.string(),
      aggregateId: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
});
