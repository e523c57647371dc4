import { IdColumn, InstantColumn, PrimaryId, TextColumn } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** An organisation's “我也要” on somebody else's need. */
@Entity('need_join')
@Index('ux_need_join_organisation', ['needId', 'organisationId'], { unique: true })
@Index('ix_need_join_need', ['needId', 'id'])
export class NeedJoinEntity {
  @PrimaryId() id!: string;
  @IdColumn({ name: 'need_id' }) needId!: string;
  @IdColumn({ name: 'organisation_id' }) organisationId!: string;
  @TextColumn(255, { name: 'organisation_name' }) organisationName!: string;
  @TextColumn(200, { nullable: true }) note!: string | null;
  @InstantColumn({ name: 'joined_at' }) joinedAt!: Date;
}
