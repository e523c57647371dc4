import { CodeColumn, FlagColumn, IdColumn, PrimaryCode, TextColumn } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

@Entity('community')
@Index('ix_community_subdistrict', ['subdistrictCode', 'code'])
@Index('ix_community_short_name', ['shortName', 'code'])
@Index('ix_community_organisation', ['organisationId'])
export class CommunityEntity {
  @PrimaryCode(12) code!: string;
  @TextColumn(60) name!: string;
  @TextColumn(60, { name: 'short_name' }) shortName!: string;
  @CodeColumn(9, { name: 'subdistrict_code' }) subdistrictCode!: string;
  @IdColumn({ name: 'organisation_id', nullable: true }) organisationId!: string | null;
  /** Somebody has the account. */
  @FlagColumn() claimed!: boolean;
}
