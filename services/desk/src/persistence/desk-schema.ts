import type { DatabaseSchema } from '@duijie/service-kit';
import {
  AffiliationCopyEntity,
  AgreementCopyEntity,
  LotCopyEntity,
  NeedCopyEntity,
  NeedMatchCopyEntity,
  ObjectionCopyEntity,
  OrganisationCopyEntity,
  PackageCopyEntity,
  ResponseCopyEntity,
} from '../copies/persistence/copies.entity';
import { CopyTables1700000300000 } from '../copies/persistence/copy-tables.migration';
import { IntroductionTables1700000301000 } from '../introductions/persistence/introduction-tables.migration';
import { IntroductionEntity } from '../introductions/persistence/introduction.entity';

/** Every part adds its entities and its own migration. */
export const deskSchema: DatabaseSchema = {
  entities: [
    OrganisationCopyEntity,
    AffiliationCopyEntity,
    PackageCopyEntity,
    NeedCopyEntity,
    NeedMatchCopyEntity,
    LotCopyEntity,
    ResponseCopyEntity,
    AgreementCopyEntity,
    ObjectionCopyEntity,
    IntroductionEntity,
  ],
  migrations: [CopyTables1700000300000, IntroductionTables1700000301000],
};
