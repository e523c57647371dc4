import type { DatabaseSchema } from '@duijie/service-kit';
import { CompoundCopyEntity, DraftingCopyEntity, OrganisationCopyEntity, TaxonomyCopyEntity } from './copies.entity';
import { CompoundNames1764000000004 } from './migrations/compound-names.migration';
import { NeedsTables1764000000000 } from './migrations/needs-tables.migration';
import {
  CorrectionEntity,
  CorrectionVoiceEntity,
  UnderstandingRevisionEntity,
} from '../corrections/persistence/correction.entity';
import { Corrections1764000000010 } from '../corrections/persistence/corrections.migration';
import { LotProgressEntity } from '../progress/persistence/lot-progress.entity';
import { LotProgressTable1764000000001 } from '../progress/persistence/lot-progress-table.migration';
import { LotTakenUp1764000000002 } from '../progress/persistence/lot-taken-up.migration';
import { NeedAttachmentEntity } from './need-attachment.entity';
import { NeedJoinEntity } from './need-join.entity';
import { NeedLeafEntity } from './need-leaf.entity';
import { NeedVersionEntity } from './need-version.entity';
import { NeedEntity } from './need.entity';
import { RuleEntity, RuleRevisionEntity } from './rule.entity';

export const needsSchema: DatabaseSchema = {
  entities: [
    NeedEntity,
    NeedLeafEntity,
    NeedVersionEntity,
    NeedAttachmentEntity,
    NeedJoinEntity,
    RuleEntity,
    RuleRevisionEntity,
    OrganisationCopyEntity,
    DraftingCopyEntity,
    CompoundCopyEntity,
    TaxonomyCopyEntity,
    LotProgressEntity,
    CorrectionEntity,
    CorrectionVoiceEntity,
    UnderstandingRevisionEntity,
  ],
  migrations: [
    NeedsTables1764000000000,
    LotProgressTable1764000000001,
    LotTakenUp1764000000002,
    CompoundNames1764000000004,
    Corrections1764000000010,
  ],
};
