import type { Clock } from '@duijie/domain-kit';
import type { Audit, Database, FileStore, TransactionContext } from '@duijie/service-kit';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import type { LotRepository } from '../lots/persistence/lot.repository';
import type { StoreLot } from '../lots/store-lot';
import type { Agreement } from './agreement';
import type { Awards } from './award-origin';
import type { AgreementLists } from './persistence/agreement-lists.read-model';
import type { AgreementRepository } from './persistence/agreement.repository';
import type { DeliveryRepository } from './persistence/delivery.repository';
import type { StoreAgreement } from './store-agreement';

/** What the use cases of agreements are built from. */
export interface AgreementDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly files: FileStore;
  readonly copies: CopiesRepository;
  readonly lots: LotRepository;
  readonly storeLot: StoreLot;
  readonly awards: Awards;
  readonly agreements: AgreementRepository;
  readonly delivery: DeliveryRepository;
  readonly lists: AgreementLists;
  readonly store: StoreAgreement;
  /** Told of each completion in its transaction, after everything else was written. */
  readonly onCompleted: (ctx: TransactionContext, agreement: Agreement) => Promise<void>;
}
