import type { Clock } from '@duijie/domain-kit';
import {
  Loop,
  type Audit,
  type BoundRoute,
  type Database,
  type Logger,
  type Outbox,
  type TransactionContext,
} from '@duijie/service-kit';
import type { Agreement } from '../agreements/agreement';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import { createAgreementRepository } from '../agreements/persistence/agreement.repository';
import { reviewRoutes } from './http/review.routes';
import { createRecordRepository } from './persistence/record.repository';
import { createReviewRepository } from './persistence/review.repository';
import { decayRecords, workOutRecords } from './work-out-records';

/** Reviews and records, as the other parts of deals use them. */
export interface Reviews {
  readonly routes: readonly BoundRoute[];
  readonly loop: Loop;
  /** A completed agreement counts for whoever did a component. */
  onCompleted(ctx: TransactionContext, agreement: Agreement): Promise<void>;
}

export function createReviews(core: {
  readonly database: Database;
  readonly copies: CopiesRepository;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly outbox: Outbox;
  readonly log: Logger;
  readonly config: { readonly DUIJIE_DEALS_RECORDS_EVERY_MS: number };
}): Reviews {
  const { database } = core;
  const deps = {
    ...core,
    agreements: createAgreementRepository(database),
    reviews: createReviewRepository(database),
    records: createRecordRepository(database),
  };
  const workOut = workOutRecords(deps);
  return {
    routes: reviewRoutes(deps),
    loop: new Loop('decay records', core.config.DUIJIE_DEALS_RECORDS_EVERY_MS, decayRecords(deps), core.log),
    onCompleted: (ctx, agreement) =>
      workOut(
        ctx,
        agreement.components.map(({ organisationId }) => organisationId),
      ),
  };
}
