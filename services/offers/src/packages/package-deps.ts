import type { Clock } from '@duijie/domain-kit';
import type { Audit, Database, Outbox } from '@duijie/service-kit';
import type { OrganisationRepository } from '../organisations/persistence/organisation.repository';
import type { TaxonomyRepository } from '../taxonomy/persistence/taxonomy.repository';
import type { PackageBoard } from './persistence/package-board.read-model';
import type { PackageRepository } from './persistence/package.repository';

/** What the use cases of packages are built from. */
export interface PackageDeps {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly packages: PackageRepository;
  readonly board: PackageBoard;
  readonly organisations: OrganisationRepository;
  readonly taxonomies: TaxonomyRepository;
  /** Names of the city's districts. */
  readonly districts: () => Promise<ReadonlySet<string>>;
}
