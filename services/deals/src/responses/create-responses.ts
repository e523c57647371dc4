import type { Clock } from '@duijie/domain-kit';
import {
  Loop,
  type Audit,
  type Database,
  type EventHandlers,
  type FileStore,
  type HostFacts,
  type Logger,
  type Outbox,
} from '@duijie/service-kit';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import type { OnLotEnded } from '../lots/follow-need';
import type { LotRepository } from '../lots/persistence/lot.repository';
import type { StoreLot } from '../lots/store-lot';
import { openDueLots } from './end-response-times';
import { responseRoutes } from './http/response.routes';
import { lapseResponses } from './lapse-responses';
import { createDocumentRepository } from './persistence/document.repository';
import { createIntroductionCopies } from './persistence/introduction-copy.repository';
import { createOpeningRepository } from './persistence/opening.repository';
import { createReceiptRepository } from './persistence/receipt.repository';
import { createResponseLists } from './persistence/response-lists.read-model';
import { createResponseRepository } from './persistence/response.repository';
import { createSealedRepository } from './persistence/sealed.repository';
import { serverTime } from './persistence/server-time';
import type { ResponseDeps } from './response-deps';
import { encryptingFileStore } from './sealing/encrypting-file-store';
import { hostSecrets } from './sealing/host-secrets';
import { secretSealKeys } from './sealing/seal-keys';
import { unsealing } from './sealing/unsealing';
import { storeResponse } from './store-response';

const ended = { zh: '已经关闭', en: 'It was closed' };

/** Responses of a host: their routes, what they follow, and the loop that opens lots. */
export function createResponses(core: {
  readonly config: {
    readonly DUIJIE_SECRET?: string | undefined;
    readonly DUIJIE_FORMER_SECRETS: readonly string[];
    readonly DUIJIE_DEALS_TERMS_EVERY_MS: number;
  };
  readonly host: HostFacts;
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly outbox: Outbox;
  readonly files: FileStore;
  readonly log: Logger;
  readonly copies: CopiesRepository;
  readonly lots: LotRepository;
  readonly store: StoreLot;
  readonly onLotFailed: ResponseDeps['onLotFailed'];
}) {
  const { config, database, host, lots, log } = core;
  const keys = secretSealKeys(hostSecrets(config.DUIJIE_SECRET, config.DUIJIE_FORMER_SECRETS, host.stateDir));
  const responses = createResponseRepository(database);
  const introductions = createIntroductionCopies(database);
  const now = serverTime(database, host);
  const deps: ResponseDeps = {
    database,
    clock: core.clock,
    audit: core.audit,
    outbox: core.outbox,
    copies: core.copies,
    lots,
    storeLot: core.store,
    responses,
    storeResponse: storeResponse({ ...core, responses }),
    receipts: createReceiptRepository(database),
    documents: createDocumentRepository(database),
    openings: createOpeningRepository(database),
    introductions,
    lists: createResponseLists(database),
    serverTime: now,
    keys: { wrap: (dataKey) => keys.wrap(dataKey) },
    unseal: unsealing({ lots, sealed: createSealedRepository(database), serverTime: now, keys }),
    files: encryptingFileStore(core.files),
    onLotFailed: core.onLotFailed,
  };
  const opening = new Loop(
    'opening of responses',
    config.DUIJIE_DEALS_TERMS_EVERY_MS,
    openDueLots({ ...deps, log }),
    log,
  );
  const lapse = lapseResponses(deps);
  const events: EventHandlers = {
    'introduction.changed.v1': (ctx, { data, sequence }) => introductions.put(ctx, data, sequence),
  };
  /** What hangs on a lot's attempt ends with it. */
  const onLotEnded: OnLotEnded = (ctx, lot) => lapse(ctx, lot, lot.because ?? ended);
  return {
    routes: responseRoutes(deps),
    events,
    onLotEnded,
    responses,
    storeResponse: deps.storeResponse,
    loop: opening,
  };
}
export type Responses = ReturnType<typeof createResponses>;
