import type { ContactChannel, ContactResult } from '@duijie/contracts';
import { CodeColumn, IdColumn, InstantColumn, PrimaryId, TextColumn } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';
import type { About } from '../about';

/** One entry of the communication log; never changed. */
@Entity('communication_log')
@Index('ix_communication_log_need', ['associationId', 'needId', 'at', 'id'])
@Index('ix_communication_log_organisation', ['associationId', 'organisationId', 'at', 'id'])
@Index('ix_communication_log_introduction', ['associationId', 'introductionId', 'at', 'id'])
@Index('ix_communication_log_case', ['associationId', 'caseId', 'at', 'id'])
export class ContactEntity implements About {
  @PrimaryId() id!: string;
  @IdColumn({ name: 'association_id' }) associationId!: string;
  @IdColumn({ name: 'need_id', nullable: true }) needId!: string | null;
  @IdColumn({ name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @IdColumn({ name: 'introduction_id', nullable: true }) introductionId!: string | null;
  @IdColumn({ name: 'case_id', nullable: true }) caseId!: string | null;
  @CodeColumn(10) channel!: ContactChannel;
  @CodeColumn(3) direction!: 'in' | 'out';
  @CodeColumn(12) result!: ContactResult;
  @TextColumn(1000, { nullable: true }) note!: string | null;
  @InstantColumn() at!: Date;
  @IdColumn({ name: 'by_person_id' }) byPersonId!: string;
  @TextColumn(60, { name: 'by_name' }) byName!: string;
  @InstantColumn({ name: 'written_at' }) writtenAt!: Date;
}
