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

/** Told of every step in the transaction that makes it; the need is locked. */
export type IntroductionListener = (
  ctx: TransactionContext,
  introduction: IntroductionEntity,
  step: IntroductionStep,
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
