import type { Audit, Database, Outbox, TransactionContext } from '@duijie/service-kit';
import type { Clock } from '@duijie/domain-kit';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import type { IntroductionEntity } from './persistence/introduction.entity';
import type { IntroductionRepository } from './persistence/introduction.repository';

/** What happened to an introduction; `asked` a poster's introduction waits for a broker's decision on a flag. */
export type IntroductionStep =
  | 'shortlisted'
  | 'asked'
  | 'introduced'
  | 'interested'
  | 'declined'
  | 'withdrawn'
  | 'cleared'
  | 'refused'
  | 'meeting'
  | 'minutes';

/** An introduction after a step. */
export interface SteppedIntroduction {
  readonly introduction: IntroductionEntity;
  readonly step: IntroductionStep;
}

/**
 * Told once of all steps that a transaction makes to introductions of one need, in that transaction; the need is locked.
 * Whoever is told step by step would lock what hangs on providers in the order of a call, and another call in another one.
 */
export type IntroductionListener = (
  ctx: TransactionContext,
  needId: string,
  steps: readonly SteppedIntroduction[],
) => Promise<void>;

export interface IntroductionDeps {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly copies: CopiesRepository;
  readonly introductions: IntroductionRepository;
  readonly listeners: readonly IntroductionListener[];
}
