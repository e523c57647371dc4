import type { Clock } from '@duijie/domain-kit';
import type { Audit, BoundRoute, Database, FileStore, Outbox, TransactionContext } from '@duijie/service-kit';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import type { LotRepository } from '../lots/persistence/lot.repository';
import type { StoreLot } from '../lots/store-lot';
import type { AgreementDeps } from './agreement-deps';
import type { Awards } from './award-origin';
import { agreementRoutes } from './http/agreement.routes';
import { deliveryRoutes } from './http/delivery.routes';
import { nextAgreementState } from './next-agreement-state';
import { createAgreementLists } from './persistence/agreement-lists.read-model';
import { createAgreementRepository, type AgreementRepository } from './persistence/agreement.repository';
import { createDeliveryRepository } from './persistence/delivery.repository';
import { timelineOf } from './persistence/timeline.read-model';
import { storeAgreement } from './store-agreement';

/** Agreements and what happens under them, as the other parts of deals use them. */
export interface Agreements {
  readonly routes: readonly BoundRoute[];
  readonly agreements: AgreementRepository;
  /**
   * An award falls before its agreement is signed: drops the draft, if there is one. The lot is locked, and stored by the
   * caller.
   * @throws Conflict `agreement.signed` where it was signed: then it must be terminated
   */
  dropDraftOf(ctx: TransactionContext, awardId: string, reason: string): Promise<void>;
}

export function createAgreements(core: {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly outbox: Outbox;
  readonly files: FileStore;
  readonly copies: CopiesRepository;
  readonly lots: LotRepository;
  readonly store: StoreLot;
  readonly awards: Awards;
  readonly onCompleted: AgreementDeps['onCompleted'];
}): Agreements {
  const { database } = core;
  const agreements = createAgreementRepository(database);
  const store = storeAgreement({ ...core, agreements });
  const deps: AgreementDeps = {
    ...core,
    storeLot: core.store,
    agreements,
    delivery: createDeliveryRepository(database),
    lists: createAgreementLists(database),
    store,
  };
  return {
    agreements,
    routes: [...agreementRoutes(deps, timelineOf(database)), ...deliveryRoutes(deps)],
    async dropDraftOf(ctx, awardId, reason) {
      const before = await agreements.lockLiveOfAward(ctx, awardId);
      if (!before) return;
      const state = nextAgreementState(before.state, 'cancel');
      await store(
        ctx,
        before,
        { ...before, state, because: reason, endedAt: core.clock.now() },
        { action: 'agreement.cancelled', reason },
      );
    },
  };
}
