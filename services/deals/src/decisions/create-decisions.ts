import { Loop, type BoundRoute, type Logger } from '@duijie/service-kit';
import type { OnLotEnded } from '../lots/follow-need';
import { createIntroductionCopies } from '../responses/persistence/introduction-copy.repository';
import type { DecisionDeps } from './decision-deps';
import { endLot, endRequests } from './end-lot';
import { decisionRoutesOf } from './http/decision.routes';
import { lotRoutes } from './http/lot.routes';
import { objectionRoutes } from './http/objection.routes';
import { createAppointmentRepository } from './persistence/appointment.repository';
import { createAwardDocumentRepository } from './persistence/award-document.repository';
import { createLotLists } from './persistence/lot-lists.read-model';
import { createObjectionRepository } from './persistence/objection.repository';
import { takeEffect } from './take-effect';
import { workingDaysFrom } from './working-days';

interface Given extends Omit<
  DecisionDeps,
  | 'storeLot'
  | 'lists'
  | 'introductions'
  | 'documents'
  | 'appointments'
  | 'objections'
  | 'calendar'
  | 'answerWorkingDays'
> {
  readonly store: DecisionDeps['storeLot'];
  readonly log: Logger;
  readonly config: {
    readonly DUIJIE_DATA_DIR: string;
    readonly DUIJIE_DEALS_TERMS_EVERY_MS: number;
    readonly DUIJIE_DEALS_OBJECTION_WORKING_DAYS: number;
  };
}

/** Lots as they are read, and everything from the choice of a provider to the end of objections. */
export function createDecisions(given: Given): {
  readonly routes: readonly BoundRoute[];
  readonly loops: readonly Loop[];
  readonly onLotEnded: OnLotEnded;
  /** Told of a lot that fails at the end of its time for responses: a direct request to it lapses. */
  readonly onLotFailed: OnLotEnded;
} {
  const { config, database, log } = given;
  const deps: DecisionDeps = {
    ...given,
    storeLot: given.store,
    lists: createLotLists(database),
    introductions: createIntroductionCopies(database),
    documents: createAwardDocumentRepository(database),
    appointments: createAppointmentRepository(database),
    objections: createObjectionRepository(database),
    calendar: workingDaysFrom(config.DUIJIE_DATA_DIR),
    answerWorkingDays: config.DUIJIE_DEALS_OBJECTION_WORKING_DAYS,
  };
  return {
    routes: [...lotRoutes(deps), ...decisionRoutesOf(deps), ...objectionRoutes(deps)],
    loops: [new Loop('awards take effect', config.DUIJIE_DEALS_TERMS_EVERY_MS, takeEffect({ ...deps, log }), log)],
    onLotEnded: endLot(deps),
    onLotFailed: endRequests(deps),
  };
}
