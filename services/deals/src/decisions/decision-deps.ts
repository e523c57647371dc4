import type { Clock, WorkingCalendar } from '@duijie/domain-kit';
import type { Audit, Database, FileStore, Outbox, TransactionContext } from '@duijie/service-kit';
import type { Capacity } from '../capacity/create-capacity';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import type { LotRepository } from '../lots/persistence/lot.repository';
import type { StoreLot } from '../lots/store-lot';
import type { IntroductionCopies } from '../responses/persistence/introduction-copy.repository';
import type { ResponseRepository } from '../responses/persistence/response.repository';
import type { StoreResponse } from '../responses/store-response';
import type { AppointmentRepository } from './persistence/appointment.repository';
import type { AwardDocumentRepository } from './persistence/award-document.repository';
import type { AwardRepository } from './persistence/award.repository';
import type { LotLists } from './persistence/lot-lists.read-model';
import type { ObjectionRepository } from './persistence/objection.repository';

/** What the use cases of decisions are built from. */
export interface DecisionDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly outbox: Outbox;
  readonly files: FileStore;
  readonly copies: CopiesRepository;
  readonly lots: LotRepository;
  readonly lists: LotLists;
  readonly storeLot: StoreLot;
  readonly introductions: IntroductionCopies;
  readonly responses: ResponseRepository;
  readonly storeResponse: StoreResponse;
  readonly awards: AwardRepository;
  readonly documents: AwardDocumentRepository;
  readonly appointments: AppointmentRepository;
  readonly objections: ObjectionRepository;
  readonly capacity: Capacity;
  readonly calendar: () => Promise<WorkingCalendar>;
  /** Working days within which a formal objection is answered. */
  readonly answerWorkingDays: number;
  /** Told of an award that was cancelled, before its capacity is free again: a draft of its agreement goes. */
  readonly onAwardCancelled: (ctx: TransactionContext, awardId: string, because: string) => Promise<void>;
}
