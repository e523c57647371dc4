import type { Clock } from '@duijie/domain-kit';
import type { Audit, Database, Outbox, TransactionContext } from '@duijie/service-kit';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import type { Lot } from '../lots/lot';
import type { LotRepository } from '../lots/persistence/lot.repository';
import type { StoreLot } from '../lots/store-lot';
import type { DocumentRepository } from './persistence/document.repository';
import type { IntroductionCopies } from './persistence/introduction-copy.repository';
import type { OpeningRepository } from './persistence/opening.repository';
import type { ReceiptRepository } from './persistence/receipt.repository';
import type { ResponseLists } from './persistence/response-lists.read-model';
import type { ResponseRepository } from './persistence/response.repository';
import type { ServerTime } from './persistence/server-time';
import type { EncryptingFileStore } from './sealing/encrypting-file-store';
import type { SealKeys } from './sealing/seal-keys';
import type { Unseal } from './sealing/unsealing';
import type { StoreResponse } from './store-response';

/** What the use cases of responses are built from. None of them can unwrap a key. */
export interface ResponseDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly outbox: Outbox;
  readonly copies: CopiesRepository;
  readonly lots: LotRepository;
  readonly storeLot: StoreLot;
  readonly responses: ResponseRepository;
  readonly storeResponse: StoreResponse;
  readonly receipts: ReceiptRepository;
  readonly documents: DocumentRepository;
  readonly openings: OpeningRepository;
  readonly introductions: IntroductionCopies;
  readonly lists: ResponseLists;
  readonly serverTime: ServerTime;
  readonly keys: Pick<SealKeys, 'wrap'>;
  readonly unseal: Unseal;
  readonly files: EncryptingFileStore;
  /** Told of a lot that fails at the end of its time for responses. */
  readonly onLotFailed: (ctx: TransactionContext, lot: Lot) => Promise<void>;
}
