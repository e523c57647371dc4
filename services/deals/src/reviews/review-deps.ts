import type { Clock } from '@duijie/domain-kit';
import type { Audit, Database, Outbox } from '@duijie/service-kit';
import type { AgreementRepository } from '../agreements/persistence/agreement.repository';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import type { RecordRepository } from './persistence/record.repository';
import type { ReviewRepository } from './persistence/review.repository';

/** What the use cases of reviews and records are built from. */
export interface ReviewDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly outbox: Outbox;
  readonly copies: CopiesRepository;
  readonly agreements: AgreementRepository;
  readonly reviews: ReviewRepository;
  readonly records: RecordRepository;
}
