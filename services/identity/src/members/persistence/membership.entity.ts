import type { MemberRole } from '@duijie/contracts';
import { CodeColumn, InstantColumn, IntColumn, PrimaryId } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** A person's place in an organisation. */
@Entity('membership')
@Index('ix_membership_person', ['personId', 'joinedAt', 'organisationId'])
@Index('ix_membership_list', ['organisationId', 'joinedAt', 'personId'])
export class MembershipEntity {
  @PrimaryId('organisation_id') organisationId!: string;
  @PrimaryId('person_id') personId!: string;
  @IntColumn() version!: number;
  @CodeColumn(15) role!: MemberRole;
  @InstantColumn({ name: 'joined_at' }) joinedAt!: Date;
}
