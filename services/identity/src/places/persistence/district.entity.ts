import { DoubleColumn, FlagColumn, IntColumn, PrimaryCode, TextColumn } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** A district of the code, or a managing district without one. */
@Entity('district')
@Index('ux_district_name', ['name'], { unique: true })
export class DistrictEntity {
  /** 6 digits, or the key of a managing district. */
  @PrimaryCode(20) code!: string;
  @TextColumn(30) name!: string;
  @FlagColumn() managing!: boolean;
  @DoubleColumn() lng!: number;
  @DoubleColumn() lat!: number;
  @IntColumn({ name: 'tile_column' }) tileColumn!: number;
  @IntColumn({ name: 'tile_row' }) tileRow!: number;
}
