import { auditContract } from '../audit/audit-contract';
import type { PolicyOf } from '../policy';
import { administrator } from '../policy';
import { agreementPolicy, agreementRoutes } from './agreement-routes';
import { decisionPolicy, decisionRoutes } from './decision-routes';
import { responsePolicy, responseRoutes } from './response-routes';

export const dealsRoutes = {
  ...responseRoutes,
  ...decisionRoutes,
  ...agreementRoutes,
  verifyDealsAudit: auditContract('deals'),
} as const;

export const dealsPolicy = {
  ...responsePolicy,
  ...decisionPolicy,
  ...agreementPolicy,
  verifyDealsAudit: [administrator()],
} satisfies PolicyOf<typeof dealsRoutes>;
