import type { DatabaseSchema } from '@duijie/service-kit';
import { AffiliationCopyEntity } from './affiliation-copy.entity';
import { CapacityCopyEntity } from './capacity-copy.entity';
import { FeedEntity } from './feed.entity';
import { MatchEntity } from './match.entity';
import { DealsFollowed1764000000002 } from './migrations/deals-followed.migration';
import { MatcherTables1764000000000 } from './migrations/matcher-tables.migration';
import { NeedPlaceDropped1764000000001 } from './migrations/need-place-dropped.migration';
import { ExposureLedger1764000000030 } from './migrations/exposure-ledger.migration';
import { UnderstandingCopy1764000000040 } from './migrations/understanding-copy.migration';
import { WeightsVersions1764000000010 } from './migrations/weights-versions.migration';
import { WordsHeldStill1764000000020 } from './migrations/words-held-still.migration';
import { NeedCopyEntity } from './need-copy.entity';
import { OrganisationCopyEntity } from './organisation-copy.entity';
import { PackageCopyEntity } from './package-copy.entity';
import { PairStepEntity } from './pair-step.entity';
import { RoundTables1764000000030 } from '../rounds/persistence/round-tables.migration';
import { TaxonomyCopyEntity } from './taxonomy-copy.entity';
import { UnderstandingCopyEntity } from './understanding-copy.entity';
import { ExposureAccountEntity, ExposureEntryEntity } from '../exposure/persistence/exposure.entity';
import { WeightsReleaseEntity } from '../weights/persistence/weights-release.entity';
import { WeightsVersionEntity } from '../weights/persistence/weights-version.entity';

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
    UnderstandingCopyEntity,
    ExposureAccountEntity,
    ExposureEntryEntity,
    WeightsReleaseEntity,
    WeightsVersionEntity,
  ],
  migrations: [
    MatcherTables1764000000000,
    NeedPlaceDropped1764000000001,
    DealsFollowed1764000000002,
    WeightsVersions1764000000010,
    WordsHeldStill1764000000020,
    RoundTables1764000000030,
    ExposureLedger1764000000030,
    UnderstandingCopy1764000000040,
  ],
};
