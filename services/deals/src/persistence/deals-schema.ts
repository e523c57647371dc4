import type { DatabaseSchema } from '@duijie/service-kit';
import { CopyTables1700000200000 } from '../copies/persistence/copy-tables.migration';
import {
  AffiliationCopyEntity,
  NeedCopyEntity,
  OrganisationCopyEntity,
  PackageCopyEntity,
} from '../copies/persistence/copies.entity';
import { LotTables1700000201000 } from '../lots/persistence/lot-tables.migration';
import { LotEntity } from '../lots/persistence/lot.entity';

export const dealsSchema: DatabaseSchema = {
  entities: [OrganisationCopyEntity, AffiliationCopyEntity, PackageCopyEntity, NeedCopyEntity, LotEntity],
  migrations: [CopyTables1700000200000, LotTables1700000201000],
};
