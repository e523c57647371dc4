import { identityRoutes } from '@duijie/contracts';
import { bind, type BoundRoute } from '@duijie/service-kit';
import { answerPage } from '../../answer-page';
import type { IdentityDeps } from '../../identity-deps';
import { createAuditReadModel } from '../persistence/audit.read-model';

export function auditRoutes({ database }: IdentityDeps): readonly BoundRoute[] {
  const entries = createAuditReadModel(database);
  return [
    bind(identityRoutes.listIdentityAudit, async (ctx, { query }) =>
      answerPage(await entries.page(ctx, query.aggregateId, query)),
    ),
  ];
}
