import type { DatabaseSchema } from '@duijie/service-kit';
import { AffiliationCopyEntity } from './affiliation-copy.entity';
import { CapacityCopyEntity } from './capacity-copy.entity';
import { FeedEntity } from './feed.entity';
import { MatchEntity } from './match.entity';
import { DealsFollowed1764000000002 } from './migrations/deals-followed.migration';
import { MatcherTables1764000000000 } from './migrations/matcher-tables.migration';
import { NeedPlaceDropped1764000000001 } from './migrations/need-place-dropped.migration';
import { NeedCopyEntity } from './need-copy.entity';
import { OrganisationCopyEntity } from './organisation-copy.entity';
import { PackageCopyEntity } from './package-copy.entity';
import { PairStepEntity } from './pair-step.entity';
import { TaxonomyCopyEntity } from './taxonomy-copy.entity';

export const matcherSchema: DatabaseSchema = {
  entities: [
    AffiliationCopyEntity,
    CapacityCopyEntity,
    FeedEntity,
    MatchEntity,
    NeedCopyEntity,
    OrganisationCopyEntity,
    PackageCopyEntity,
    PairStepEntity,
    TaxonomyCopyEntity,
  ],
  migrations: [MatcherTables1764000000000, NeedPlaceDropped1764000000001, DealsFollowed1764000000002],
};
