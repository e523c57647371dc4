import type { Clock } from '@duijie/domain-kit';
import type { Audit, Database } from '@duijie/service-kit';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import type { LogContact } from '../follow-ups/log-contact';
import type { FollowUpRepository } from '../follow-ups/persistence/follow-up.repository';
import type { StoreFollowUp } from '../follow-ups/store-follow-up';
import type { applyAnswer } from '../introductions/answer-introduction';
import type { IntroductionRepository } from '../introductions/persistence/introduction.repository';
import type { StaffRepository } from '../staff/persistence/staff.repository';
import type { WhoseWork } from '../staff/whose-work';
import type { SettleNeed } from './follow-need';
import type { TaskRepository } from './persistence/task.repository';

export interface QueueDeps {
  readonly database: Database;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly copies: CopiesRepository;
  readonly introductions: IntroductionRepository;
  readonly tasks: TaskRepository;
  readonly settle: SettleNeed;
  readonly staff: StaffRepository;
  readonly whose: WhoseWork;
  readonly followUps: FollowUpRepository;
  readonly storeFollowUp: StoreFollowUp;
  readonly logContact: LogContact;
  readonly answer: ReturnType<typeof applyAnswer>;
}
