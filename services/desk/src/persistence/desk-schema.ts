import type { DatabaseSchema } from '@duijie/service-kit';
import { CaseTables1700000307000 } from '../cases/persistence/case-tables.migration';
import { CaseEntity, NeedTitleEntity, OrganisationNameEntity } from '../cases/persistence/case.entity';
import {
  AffiliationCopyEntity,
  AgreementCopyEntity,
  AppointmentCopyEntity,
  LotCopyEntity,
  NeedCopyEntity,
  NeedMatchCopyEntity,
  ObjectionCopyEntity,
  OrganisationCopyEntity,
  PackageCopyEntity,
  ResponseCopyEntity,
} from '../copies/persistence/copies.entity';
import { AppointmentCopy1700000308000 } from '../copies/persistence/appointment-copy.migration';
import { CopyTables1700000300000 } from '../copies/persistence/copy-tables.migration';
import { ContactEntity } from '../follow-ups/persistence/contact.entity';
import { FollowUpTables1700000306000 } from '../follow-ups/persistence/follow-up-tables.migration';
import { FollowUpEntity } from '../follow-ups/persistence/follow-up.entity';
import { IntroductionBrokering1700000309000 } from '../introductions/persistence/introduction-brokering.migration';
import { IntroductionTables1700000301000 } from '../introductions/persistence/introduction-tables.migration';
import { IntroductionEntity } from '../introductions/persistence/introduction.entity';
import { MarketTables1700000311000 } from '../market/persistence/market-tables.migration';
import { marketEntities } from '../market/persistence/market.entity';
import { NoticeSubject1700000311000 } from '../notices/persistence/notice-subject.migration';
import { NoticeTables1700000303000 } from '../notices/persistence/notice-tables.migration';
import { noticeEntities } from '../notices/persistence/notice.entity';
import { TaskTables1700000302000 } from '../queue/persistence/task-tables.migration';
import { DeskTaskEntity, DeskTermsEntity } from '../queue/persistence/task.entity';
import { StaffTables1700000305000 } from '../staff/persistence/staff-tables.migration';
import { DeskAbsenceEntity, DeskStaffEntity, DeskStaffStateEntity } from '../staff/persistence/staff.entity';

/** Every part adds its entities and its own migration. */
export const deskSchema: DatabaseSchema = {
  entities: [
    OrganisationCopyEntity,
    AffiliationCopyEntity,
    PackageCopyEntity,
    NeedCopyEntity,
    NeedMatchCopyEntity,
    LotCopyEntity,
    AppointmentCopyEntity,
    ResponseCopyEntity,
    AgreementCopyEntity,
    ObjectionCopyEntity,
    IntroductionEntity,
    ...marketEntities,
    DeskTaskEntity,
    DeskTermsEntity,
    DeskStaffStateEntity,
    DeskStaffEntity,
    DeskAbsenceEntity,
    ContactEntity,
    FollowUpEntity,
    CaseEntity,
    OrganisationNameEntity,
    NeedTitleEntity,
    ...noticeEntities,
  ],
  migrations: [
    CopyTables1700000300000,
    IntroductionTables1700000301000,
    TaskTables1700000302000,
    NoticeTables1700000303000,
    StaffTables1700000305000,
    FollowUpTables1700000306000,
    CaseTables1700000307000,
    AppointmentCopy1700000308000,
    IntroductionBrokering1700000309000,
    MarketTables1700000311000,
    NoticeSubject1700000311000,
  ],
};
