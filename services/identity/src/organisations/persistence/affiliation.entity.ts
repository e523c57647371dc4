import type { AffiliationView } from '@duijie/contracts';
import { CodeColumn, IdColumn, InstantColumn, IntColumn, PrimaryId } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** One organisation's tie to another. */
@Entity('affiliation')
@Index('ux_affiliation_live', ['fromId', 'toId', 'type', 'live'], { unique: true })
@Index('ix_affiliation_from', ['fromId', 'id'])
@Index('ix_affiliation_to', ['toId', 'id'])
export class AffiliationEntity {
  @PrimaryId() id!: string;
  @IntColumn() version!: number;
  @CodeColumn(10) type!: AffiliationView['type'];
  @IdColumn({ name: 'from_id' }) fromId!: string;
  @IdColumn({ name: 'to_id' }) toId!: string;
  @CodeColumn(10) state!: AffiliationView['state'];
  /** 1 while proposed or confirmed, else null: only one of a type between two lives. */
  @IntColumn({ nullable: true }) live!: number | null;
  @IdColumn({ name: 'proposed_by' }) proposedBy!: string;
  @InstantColumn({ name: 'created_at' }) createdAt!: Date;
  @InstantColumn({ name: 'updated_at' }) updatedAt!: Date;
}
