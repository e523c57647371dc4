import { IdColumn, InstantColumn, IntColumn, PrimaryId } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** Between two moments a deputy may take an absent member's place. */
@Entity('delegation')
@Index('ix_delegation_organisation', ['organisationId', 'id'])
@Index('ix_delegation_absent', ['organisationId', 'absentId', 'id'])
@Index('ix_delegation_deputy', ['deputyId', 'endsAt'])
export class DelegationEntity {
  @PrimaryId() id!: string;
  @IntColumn() version!: number;
  @IdColumn({ name: 'organisation_id' }) organisationId!: string;
  @IdColumn({ name: 'absent_id' }) absentId!: string;
  @IdColumn({ name: 'deputy_id' }) deputyId!: string;
  @InstantColumn({ name: 'starts_at' }) startsAt!: Date;
  @InstantColumn({ name: 'ends_at' }) endsAt!: Date;
  @InstantColumn({ name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
