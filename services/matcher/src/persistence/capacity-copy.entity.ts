import { BigColumn, IntColumn, PrimaryId } from '@duijie/service-kit';
import { Entity } from 'typeorm';

/** How much of a package is taken, as the last event of deals told it. */
@Entity('capacity_copy')
export class CapacityCopyEntity {
  @PrimaryId('package_id') packageId!: string;
  @BigColumn() sequence!: number;
  @IntColumn() used!: number;
}
