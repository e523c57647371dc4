import { auditContract } from '../audit/audit-contract';
import { operationsContract } from '../operations/operations-contract';
import type { PolicyOf } from '../policy';
import { administrator } from '../policy';
import { agreementPolicy, agreementRoutes } from './agreement-routes';
import { decisionPolicy, decisionRoutes } from './decision-routes';
import { dealsDocumentPolicy, dealsDocumentRoutes } from './document-routes';
import { responsePolicy, responseRoutes } from './response-routes';

export const dealsRoutes = {
  ...responseRoutes,
  ...decisionRoutes,
  ...agreementRoutes,
  ...dealsDocumentRoutes,
  verifyDealsAudit: auditContract('deals'),
  getDealsOperations: operationsContract('deals'),
} as const;

export const dealsPolicy = {
  ...responsePolicy,
  ...decisionPolicy,
  ...agreementPolicy,
  ...dealsDocumentPolicy,
  verifyDealsAudit: [administrator()],
  getDealsOperations: [administrator()],
} satisfies PolicyOf<typeof dealsRoutes>;
