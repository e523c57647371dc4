import { z } from 'zod';
import { routesOf } from '../route';

/** Walks the audit chain of needs from its first link. No faults: nothing was altered. */
export const verifyNeedsAudit = routesOf('needs')('verifyNeedsAudit', {
  method: 'GET',
  path: '/audit/needs',
  summary: { zh: '核验需求审计链', en: 'Verify the audit chain of needs' },
  response: z.strictObject({
    entries: z.int(),
    unsealed: z.int(),
    head: z.string(),
    faults: z.array(z.strictObject({ position: z.int(), fault: z.enum(['missing', 'altered', 'head']) })),
  }),
});
