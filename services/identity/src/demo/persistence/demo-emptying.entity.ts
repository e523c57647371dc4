import { IdColumn, InstantColumn, IntColumn, PrimaryId } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** One emptying of the demonstration, from the order to its end. */
@Entity('demo_emptying')
@Index('ix_demo_emptying_finished', ['finishedAt'])
export class DemoEmptyingEntity {
  @PrimaryId() id!: string;
  /** Who ordered it, for which association. */
  @IdColumn({ name: 'person_id' }) personId!: string;
  @IdColumn({ name: 'organisation_id' }) organisationId!: string;
  @IntColumn() organisations!: number;
  @IntColumn() compounds!: number;
  @IntColumn() people!: number;
  /** Everything up to this id was told to the other services. */
  @IdColumn({ name: 'told_up_to', nullable: true }) toldUpTo!: string | null;
  @InstantColumn({ name: 'started_at' }) startedAt!: Date;
  @InstantColumn({ name: 'finished_at', nullable: true }) finishedAt!: Date | null;
}
