import type { DatabaseSchema } from '@duijie/service-kit';
import {
  AgreementEntity,
  AgreementListingEntity,
  AgreementMilestoneEntity,
  AgreementPartEntity,
  AgreementPayeeEntity,
  MilestoneAttentionEntity,
} from '../agreements/persistence/agreement.entity';
import { AgreementOpenChange1700000209000 } from '../agreements/persistence/open-change.migration';
import { AgreementCompound1700000211000 } from '../agreements/persistence/agreement-compound.migration';
import { AgreementTables1700000206000 } from '../agreements/persistence/agreement-tables.migration';
import {
  AgreementChangeEntity,
  AgreementFileEntity,
  AgreementPaymentEntity,
  AgreementTermsEntity,
  MilestoneStepEntity,
} from '../agreements/persistence/delivery.entity';
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
import { IntroductionBrokers1700000210000 } from '../responses/persistence/introduction-brokers.migration';
import { ResponseNeedVersion1700000208000 } from '../responses/persistence/response-need-version.migration';
import { ResponseTables1700000202000 } from '../responses/persistence/response-tables.migration';
import {
  PayerReviewEntity,
  ProviderRecordEntity,
  ReviewEntity,
  ReviewSubjectEntity,
} from '../reviews/persistence/review.entity';
import { ReviewTables1700000207000 } from '../reviews/persistence/review-tables.migration';

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
    AgreementEntity,
    AgreementPartEntity,
    AgreementPayeeEntity,
    AgreementMilestoneEntity,
    AgreementListingEntity,
    MilestoneAttentionEntity,
    MilestoneStepEntity,
    AgreementFileEntity,
    AgreementChangeEntity,
    AgreementTermsEntity,
    AgreementPaymentEntity,
    ReviewEntity,
    ReviewSubjectEntity,
    PayerReviewEntity,
    ProviderRecordEntity,
  ],
  migrations: [
    CopyTables1700000200000,
    LotTables1700000201000,
    ResponseTables1700000202000,
    CapacityTables1700000203000,
    DecisionTables1700000204000,
    AgreementTables1700000206000,
    ReviewTables1700000207000,
    ResponseNeedVersion1700000208000,
    AgreementOpenChange1700000209000,
    IntroductionBrokers1700000210000,
    AgreementCompound1700000211000,
  ],
};
