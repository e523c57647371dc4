import type { DatabaseSchema } from '@duijie/service-kit';
import { CopyTables1700000200000 } from '../copies/persistence/copy-tables.migration';
import {
  AffiliationCopyEntity,
  NeedCopyEntity,
  OrganisationCopyEntity,
  PackageCopyEntity,
} from '../copies/persistence/copies.entity';
import { CapacityTables1700000203000 } from '../capacity/persistence/capacity-tables.migration';
import { CapacityUseEntity, PackageCapacityEntity } from '../capacity/persistence/capacity.entity';
import { AppointmentEntity } from '../decisions/persistence/appointment.entity';
import { AwardDocumentEntity, AwardEntity } from '../decisions/persistence/award.entity';
import { DecisionTables1700000204000 } from '../decisions/persistence/decision-tables.migration';
import { ObjectionEntity } from '../decisions/persistence/objection.entity';
import { LotTables1700000201000 } from '../lots/persistence/lot-tables.migration';
import { LotEntity } from '../lots/persistence/lot.entity';
import { ResponseEntity } from '../responses/persistence/response.entity';
import {
  IntroductionCopyEntity,
  LotOpeningEntity,
  ResponseDocumentEntity,
  ResponsePartyEntity,
  ResponseReceiptEntity,
} from '../responses/persistence/response-parts.entity';
import { ResponseTables1700000202000 } from '../responses/persistence/response-tables.migration';

export const dealsSchema: DatabaseSchema = {
  entities: [
    OrganisationCopyEntity,
    AffiliationCopyEntity,
    PackageCopyEntity,
    NeedCopyEntity,
    LotEntity,
    ResponseEntity,
    ResponsePartyEntity,
    ResponseReceiptEntity,
    ResponseDocumentEntity,
    LotOpeningEntity,
    IntroductionCopyEntity,
    PackageCapacityEntity,
    CapacityUseEntity,
    AwardEntity,
    AwardDocumentEntity,
    AppointmentEntity,
    ObjectionEntity,
  ],
  migrations: [
    CopyTables1700000200000,
    LotTables1700000201000,
    ResponseTables1700000202000,
    CapacityTables1700000203000,
    DecisionTables1700000204000,
  ],
};
