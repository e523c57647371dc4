import { auditContract } from '../audit/audit-contract';
import type { PolicyOf } from '../policy';
import { administrator } from '../policy';
import { introductionPolicy, introductionRoutes } from './introduction-routes';
import { noticePolicy, noticeRoutes } from './notice-routes';
import { queuePolicy, queueRoutes } from './queue-routes';

export const deskRoutes = {
  ...queueRoutes,
  ...introductionRoutes,
  ...noticeRoutes,
  verifyDeskAudit: auditContract('desk'),
} as const;

export const deskPolicy = {
  ...queuePolicy,
  ...introductionPolicy,
  ...noticePolicy,
  verifyDeskAudit: [administrator()],
} satisfies PolicyOf<typeof deskRoutes>;
