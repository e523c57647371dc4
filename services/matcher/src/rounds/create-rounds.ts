import {
  Loop,
  type Audit,
  type BoundRoute,
  type Database,
  type EventHandlers,
  type Logger,
  type Outbox,
} from '@duijie/service-kit';
import type { Clock } from '@duijie/domain-kit';
import type { MatchingEngine } from '../engine/matching-engine';
import type { PairStepRepository } from '../persistence/pair-step.repository';
import type { Subjects } from '../persistence/subjects.read-model';
import type { SayPairs } from '../say-pairs';
import { roundRoutes } from './http/round.routes';
import { onRoundTaken } from './on-round-taken';
import { createRoundFacts } from './persistence/round-facts.read-model';
import { createRoundOffersRepository } from './persistence/round-offers.repository';
import { createRoundPartsRepository } from './persistence/round-parts.repository';
import { createRoundRepository } from './persistence/round.repository';
import { tellOffers } from './tell-offers';
import { createRoundSolver } from './thread/round-solver';

/** Brokering rounds: joins their parts. */
export function createRounds(deps: {
  readonly audit: Audit;
  readonly clock: Clock;
  readonly database: Database;
  readonly engine: MatchingEngine;
  readonly log: Logger;
  readonly outbox: Outbox;
  readonly steps: PairStepRepository;
  readonly subjects: Subjects;
  readonly say: SayPairs;
  /** How often it is looked whether offers wait that nobody was told of. */
  readonly sweepMs: number;
}): {
  readonly routes: readonly BoundRoute[];
  readonly events: EventHandlers;
  start(): void;
  stop(): Promise<void>;
} {
  const { database, log, outbox, sweepMs } = deps;
  const solver = createRoundSolver(log);
  const offers = createRoundOffersRepository(database);
  const rounds = createRoundRepository(database);
  const telling = new Loop('round-offers', sweepMs, tellOffers({ database, outbox, offers, rounds }), log);
  return {
    routes: roundRoutes({
      ...deps,
      solver,
      offers,
      rounds,
      parts: createRoundPartsRepository(database),
      facts: createRoundFacts(database),
      nudge: () => telling.nudge(),
    }),
    events: { 'round.taken.v1': onRoundTaken(offers) },
    start: () => telling.start(),
    async stop() {
      await telling.stop();
      await solver.close();
    },
  };
}
