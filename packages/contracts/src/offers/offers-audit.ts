import { z } from 'zod';
import { routesOf } from '../route';

/** Walks the audit chain of offers from its first link. No faults: nothing was altered. */
export const verifyOffersAudit = routesOf('offers')('verifyOffersAudit', {
  method: 'GET',
  path: '/audit/offers',
  summary: { zh: '核验服务包审计链', en: 'Verify the audit chain of offers' },
  response: z.strictObject({
    entries: z.int(),
    unsealed: z.int(),
    head: z.string(),
    faults: z.array(z.strictObject({ position: z.int(), fault: z.enum(['missing', 'altered', 'head']) })),
  }),
});
