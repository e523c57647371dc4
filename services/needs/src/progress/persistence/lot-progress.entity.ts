import type { LotState } from '@duijie/contracts';
import { BigColumn, CodeColumn, IdColumn, IntColumn, JsonColumn, PrimaryId } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** How far a lot of a need is, as the last event of deals told it. */
@Entity('need_lot_progress')
@Index('ix_need_lot_progress_need', ['needId', 'lotId'])
export class LotProgressEntity {
  @PrimaryId('lot_id') lotId!: string;
  @IdColumn({ name: 'need_id' }) needId!: string;
  @BigColumn() sequence!: number;
  @BigColumn({ name: 'need_version' }) needVersion!: number;
  @CodeColumn(20) state!: LotState;
  @JsonColumn() body!: unknown;
  @IdColumn({ name: 'taken_up_by', nullable: true }) takenUpBy!: string | null;
  @IntColumn({ name: 'taken_up_attempt', nullable: true }) takenUpAttempt!: number | null;
}
