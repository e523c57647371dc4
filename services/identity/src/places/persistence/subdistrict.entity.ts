import { CodeColumn, IntColumn, PrimaryCode, TextColumn } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

@Entity('subdistrict')
@Index('ix_subdistrict_district', ['districtCode', 'code'])
@Index('ix_subdistrict_managing', ['managingCode', 'code'])
@Index('ix_subdistrict_name', ['name', 'code'])
export class SubdistrictEntity {
  @PrimaryCode(9) code!: string;
  @TextColumn(60) name!: string;
  @CodeColumn(20, { name: 'district_code' }) districtCode!: string;
  /** Managing district, where it is not the one of the code. */
  @CodeColumn(20, { name: 'managing_code', nullable: true }) managingCode!: string | null;
  @IntColumn() communities!: number;
  @IntColumn() claimed!: number;
}
