import { BigColumn, CodeColumn, IdColumn, IntColumn, PrimaryId } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';
import type { PairStep } from '../pair-progress';

/** What desk and deals tell of a need and a provider: an introduction, a response, a lot with its award. */
@Entity('pair_step')
@Index('ix_pair_step_need', ['needId'])
export class PairStepEntity {
  @PrimaryId('source_id') sourceId!: string;
  @BigColumn() sequence!: number;
  @CodeColumn(20) kind!: PairStep['kind'];
  @IdColumn({ name: 'need_id' }) needId!: string;
  @IdColumn({ name: 'lot_id', nullable: true }) lotId!: string | null;
  @IntColumn() attempt!: number;
  @IdColumn({ name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @IdColumn({ name: 'package_id', nullable: true }) packageId!: string | null;
  @CodeColumn(20, { nullable: true }) stage!: PairStep['stage'];
}
