import type { DatabaseSchema } from '@duijie/service-kit';
import { OrganisationCopyEntity } from '../organisations/persistence/organisation-copy.entity';
import {
  PackageEntity,
  PackageEvidenceEntity,
  PackageFacetEntity,
  PackageVersionEntity,
} from '../packages/persistence/package.entity';
import { TaxonomyEntity } from '../taxonomy/persistence/taxonomy.entity';
import { ProviderRecordEntity } from '../track-records/persistence/provider-record.entity';
import { ProviderRecordTable1700000100001 } from '../track-records/persistence/provider-record-table.migration';
import { TrackRecordEntity } from '../track-records/persistence/track-record.entity';
import { OffersTables1700000100000 } from './offers-tables.migration';

export const offersSchema: DatabaseSchema = {
  entities: [
    TaxonomyEntity,
    OrganisationCopyEntity,
    TrackRecordEntity,
    ProviderRecordEntity,
    PackageEntity,
    PackageFacetEntity,
    PackageVersionEntity,
    PackageEvidenceEntity,
  ],
  migrations: [OffersTables1700000100000, ProviderRecordTable1700000100001],
};
