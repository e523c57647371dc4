import type { DatabaseSchema } from '@duijie/service-kit';
import { CompoundCommunityEntity } from '../compounds/persistence/compound-community.entity';
import { CompoundFirm1764000005000 } from '../compounds/persistence/compound-firm.migration';
import { CompoundEntity } from '../compounds/persistence/compound.entity';
import { DemoEmptyingEntity } from '../demo/persistence/demo-emptying.entity';
import { DemoEmptying1764000003000 } from '../demo/persistence/demo-emptying.migration';
import { InvitationEntity } from '../invitations/persistence/invitation.entity';
import { DelegationEntity } from '../members/persistence/delegation.entity';
import { MembershipEntity } from '../members/persistence/membership.entity';
import { StaffStateEntity } from '../members/persistence/staff-state.entity';
import { StaffState1764000001000 } from '../members/persistence/staff-state.migration';
import { AffiliationEntity } from '../organisations/persistence/affiliation.entity';
import { OrganisationEntity } from '../organisations/persistence/organisation.entity';
import { PasswordResetEntity } from '../people/persistence/password-reset.entity';
import { PersonEntity } from '../people/persistence/person.entity';
import { TableSettingsEntity } from '../people/persistence/table-settings.entity';
import { TableSettings1764000002000 } from '../people/persistence/table-settings.migration';
import { CommunityEntity } from '../places/persistence/community.entity';
import { DistrictEntity } from '../places/persistence/district.entity';
import { PlaceSourceEntity } from '../places/persistence/place-source.entity';
import { SubdistrictEntity } from '../places/persistence/subdistrict.entity';
import { AccessTokenEntity } from '../sessions/persistence/access-token.entity';
import { AttemptWindowEntity } from '../sessions/persistence/attempt-window.entity';
import { SessionEntity } from '../sessions/persistence/session.entity';
import { SetUpEntity } from '../set-up/persistence/set-up.entity';
import { SetUpTable1764000004000 } from '../set-up/persistence/set-up.migration';
import { IdentityTables1764000000000 } from './migrations/identity-tables.migration';

/** Tables of all aggregates of identity. */
export const identitySchema: DatabaseSchema = {
  entities: [
    AccessTokenEntity,
    AffiliationEntity,
    AttemptWindowEntity,
    CommunityEntity,
    CompoundCommunityEntity,
    CompoundEntity,
    DelegationEntity,
    DemoEmptyingEntity,
    DistrictEntity,
    InvitationEntity,
    MembershipEntity,
    OrganisationEntity,
    PasswordResetEntity,
    PersonEntity,
    PlaceSourceEntity,
    SessionEntity,
    SetUpEntity,
    StaffStateEntity,
    SubdistrictEntity,
    TableSettingsEntity,
  ],
  migrations: [
    IdentityTables1764000000000,
    StaffState1764000001000,
    TableSettings1764000002000,
    DemoEmptying1764000003000,
    SetUpTable1764000004000,
    CompoundFirm1764000005000,
  ],
};
