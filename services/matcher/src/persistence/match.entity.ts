import { BigColumn, CodeColumn, FlagColumn, IdColumn, InstantColumn, IntColumn, PrimaryId } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** A pair in a need's list, or dismissed from it. */
@Entity('need_match')
@Index('ux_need_match_pair', ['needId', 'packageId'], { unique: true })
@Index('ix_need_match_list', ['needId', 'state', 'place', 'packageId'])
@Index('ix_need_match_package', ['packageId', 'state', 'needShown', 'score', 'needId'])
export class MatchEntity {
  @PrimaryId() id!: string;
  @IdColumn({ name: 'need_id' }) needId!: string;
  @IdColumn({ name: 'package_id' }) packageId!: string;
  @IdColumn({ name: 'provider_id' }) providerId!: string;
  @CodeColumn(10) state!: 'suggested' | 'dismissed';
  /** The need stands in lists of packages. */
  @FlagColumn({ name: 'need_shown' }) needShown!: boolean;
  /** 0–10,000. */
  @IntColumn() score!: number;
  /** 1 = best. */
  @IntColumn() place!: number;
  /** JSON: what each part of the score brings, see `pointsOf` of the engine. */
  @CodeColumn(120) points!: string;
  @BigColumn({ name: 'need_sequence' }) needSequence!: number;
  @BigColumn({ name: 'package_sequence' }) packageSequence!: number;
  @CodeColumn(40, { name: 'weights_version' }) weightsVersion!: string;
  @InstantColumn({ name: 'created_at' }) createdAt!: Date;
  @InstantColumn({ name: 'updated_at' }) updatedAt!: Date;
  /** Moves with what people decide and with newer states of need and package, not when a score drifts. */
  @IntColumn() version!: number;
}
