import type { WeightsTryOut } from '@duijie/contracts';
import type { Weights } from '@duijie/match-engine';
import { CodeColumn, IdColumn, InstantColumn, IntColumn, JsonColumn, PrimaryId, TextColumn } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';
import type { KeptWeights } from '../weights-version';

/** A version of the weights: proposed, in force (one at a time), retired or withdrawn. */
@Entity('weights_version')
@Index('ux_weights_version_no', ['no'], { unique: true })
@Index('ux_weights_version_label', ['label'], { unique: true })
@Index('ux_weights_version_force', ['forceSlot'], { unique: true })
export class WeightsVersionEntity {
  @PrimaryId() id!: string;
  @IntColumn() no!: number;
  @CodeColumn(40) label!: string;
  @CodeColumn(10) state!: KeptWeights['state'];
  /** 1 while in force, else null: the unique index lets one have it. */
  @IntColumn({ name: 'force_slot', nullable: true }) forceSlot!: number | null;
  @CodeColumn(10) source!: KeptWeights['source'];
  @CodeColumn(40, { name: 'based_on', nullable: true }) basedOn!: string | null;
  @JsonColumn() weights!: Weights;
  @JsonColumn({ name: 'weights_before' }) before!: Weights;
  @TextColumn(300) reason!: string;
  @JsonColumn({ nullable: true }) learnt!: KeptWeights['learnt'];
  @JsonColumn({ name: 'try_out', nullable: true }) tryOut!: WeightsTryOut | null;
  @IdColumn({ name: 'proposed_by', nullable: true }) proposedBy!: string | null;
  @TextColumn(80, { name: 'proposed_by_name', nullable: true }) proposedByName!: string | null;
  @InstantColumn({ name: 'proposed_at' }) proposedAt!: Date;
  @IdColumn({ name: 'released_by', nullable: true }) releasedBy!: string | null;
  @TextColumn(80, { name: 'released_by_name', nullable: true }) releasedByName!: string | null;
  @InstantColumn({ name: 'released_at', nullable: true }) releasedAt!: Date | null;
  @IntColumn() version!: number;
}
