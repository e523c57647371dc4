import { IdColumn, IntColumn, PrimaryId, TextColumn } from '@duijie/service-kit';
import { Entity, Index, PrimaryColumn } from 'typeorm';

/** A community that a compound touches. Place and name of the compound stand here too, so that the list has an index. */
@Entity('compound_community')
@Index('ix_compound_community_list', ['district', 'subdistrict', 'community', 'name', 'compoundId'])
export class CompoundCommunityEntity {
  @PrimaryId('compound_id') compoundId!: string;
  /** Short name. */
  @PrimaryColumn({ type: 'varchar', length: 60 }) community!: string;
  /** In the order given. */
  @IntColumn() position!: number;
  @TextColumn(30) district!: string;
  @TextColumn(60) subdistrict!: string;
  @TextColumn(80) name!: string;
  /** The community's organisation, once it has one. */
  @IdColumn({ name: 'organisation_id', nullable: true }) organisationId!: string | null;
}
