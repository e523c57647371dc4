import type { Clock } from '@duijie/domain-kit';
import type { Audit, Database } from '@duijie/service-kit';
import type { MatchingEngine } from '../engine/matching-engine';
import type { PairStepRepository } from '../persistence/pair-step.repository';
import type { Subjects } from '../persistence/subjects.read-model';
import type { RoundFactsModel } from './persistence/round-facts.read-model';
import type { RoundOffersRepository } from './persistence/round-offers.repository';
import type { RoundPartsRepository } from './persistence/round-parts.repository';
import type { createRoundRepository } from './persistence/round.repository';
import type { SayPairs } from '../say-pairs';
import type { RoundSolver } from './thread/round-solver';

/** What the use cases of rounds work with. */
export interface RoundDeps {
  readonly database: Database;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly engine: MatchingEngine;
  readonly subjects: Subjects;
  readonly steps: PairStepRepository;
  readonly facts: RoundFactsModel;
  readonly rounds: ReturnType<typeof createRoundRepository>;
  readonly parts: RoundPartsRepository;
  readonly offers: RoundOffersRepository;
  readonly solver: RoundSolver;
  readonly say: SayPairs;
}
