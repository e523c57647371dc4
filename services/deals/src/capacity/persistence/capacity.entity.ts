import { IdColumn, InstantColumn, IntColumn, PrimaryId } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** How much of a package is taken. `ceiling` is the capacity, or what was taken already when it shrank below that. */
@Entity('package_capacity')
export class PackageCapacityEntity {
  @PrimaryId('package_id') packageId!: string;
  @IntColumn() version!: number;
  @IntColumn() capacity!: number;
  @IntColumn() used!: number;
  @IntColumn() ceiling!: number;
}

/** One award's share of a package, from the decision until its work has ended one way or another. */
@Entity('capacity_use')
@Index('ix_capacity_use_package', ['packageId', 'freedAt'])
export class CapacityUseEntity {
  @PrimaryId('award_id') awardId!: string;
  @IdColumn({ name: 'package_id' }) packageId!: string;
  @InstantColumn({ name: 'taken_at' }) takenAt!: Date;
  @InstantColumn({ name: 'freed_at', nullable: true }) freedAt!: Date | null;
}
