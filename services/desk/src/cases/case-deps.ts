import type { Clock } from '@duijie/domain-kit';
import type { Audit, Database, HostFacts, ActorTokens } from '@duijie/service-kit';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import type { FollowUps } from '../follow-ups/create-follow-ups';
import type { StaffRepository } from '../staff/persistence/staff.repository';
import type { WhoseWork } from '../staff/whose-work';
import type { CaseRepository } from './persistence/case.repository';
import type { SealContact } from './seal-contact';

/** What the use cases of cases are built from. */
export interface CaseDeps {
  readonly database: Database;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly host: HostFacts;
  readonly tokens: ActorTokens;
  readonly copies: CopiesRepository;
  readonly cases: CaseRepository;
  readonly staff: StaffRepository;
  readonly whose: WhoseWork;
  readonly sealing: SealContact;
  readonly steps: Pick<FollowUps, 'plan' | 'store' | 'followUps'>;
}
