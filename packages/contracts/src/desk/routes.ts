import { auditContract } from '../audit/audit-contract';
import { operationsContract } from '../operations/operations-contract';
import type { PolicyOf } from '../policy';
import { administrator } from '../policy';
import { casePolicy, caseRoutes } from './case-routes';
import { deskDocumentPolicy, deskDocumentRoutes } from './document-routes';
import { followUpPolicy, followUpRoutes } from './follow-up-routes';
import { introductionPolicy, introductionRoutes } from './introduction-routes';
import { marketPolicy, marketRoutes } from './market-routes';
import { noticePolicy, noticeRoutes } from './notice-routes';
import { queuePolicy, queueRoutes } from './queue-routes';

export const deskRoutes = {
  ...queueRoutes,
  ...introductionRoutes,
  ...deskDocumentRoutes,
  ...noticeRoutes,
  ...followUpRoutes,
  ...caseRoutes,
  ...marketRoutes,
  verifyDeskAudit: auditContract('desk'),
  getDeskOperations: operationsContract('desk'),
} as const;

export const deskPolicy = {
  ...queuePolicy,
  ...introductionPolicy,
  ...deskDocumentPolicy,
  ...noticePolicy,
  ...followUpPolicy,
  ...casePolicy,
  ...marketPolicy,
  verifyDeskAudit: [administrator()],
  getDeskOperations: [administrator()],
} satisfies PolicyOf<typeof deskRoutes>;
