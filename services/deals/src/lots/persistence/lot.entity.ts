import type { LotBody, LotState, NeedTerms } from '@duijie/contracts';
import {
  BigColumn,
  CodeColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  PrimaryId,
  TextColumn,
} from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** One lot of a need, from its publication on. */
@Entity('lot')
@Index('ix_lot_need', ['needId', 'id'])
@Index('ix_lot_poster', ['posterId', 'id'])
@Index('ix_lot_poster_state', ['posterId', 'state', 'id'])
@Index('ix_lot_state', ['state', 'id'])
@Index('ix_lot_due', ['state', 'responsesDueAt', 'id'])
@Index('ix_lot_area', ['district', 'subdistrict', 'id'])
@Index('ix_lot_area_state', ['district', 'subdistrict', 'state', 'id'])
@Index('ix_lot_district', ['district', 'id'])
@Index('ix_lot_district_state', ['district', 'state', 'id'])
export class LotEntity {
  @PrimaryId() id!: string;
  @IntColumn() version!: number;
  @IdColumn({ name: 'need_id' }) needId!: string;
  @BigColumn({ name: 'need_version' }) needVersion!: number;
  @TextColumn(255, { name: 'need_title' }) needTitle!: string;
  @IdColumn({ name: 'poster_id' }) posterId!: string;
  @TextColumn(255, { name: 'poster_name' }) posterName!: string;
  @TextColumn(60) district!: string;
  @TextColumn(60, { nullable: true }) subdistrict!: string | null;
  @TextColumn(255) title!: string;
  @JsonColumn() components!: string[];
  @CodeColumn(20) mode!: LotBody['mode'];
  @JsonColumn() terms!: NeedTerms;
  @CodeColumn(20) state!: LotState;
  @IntColumn() attempt!: number;
  @InstantColumn({ name: 'responses_due_at', nullable: true }) responsesDueAt!: Date | null;
  @InstantColumn({ name: 'published_at' }) publishedAt!: Date;
  @InstantColumn({ name: 'opened_at', nullable: true }) openedAt!: Date | null;
  @IntColumn({ name: 'response_count' }) responseCount!: number;
  @JsonColumn({ nullable: true }) award!: LotBody['award'];
  @IdColumn({ name: 'agreement_id', nullable: true }) agreementId!: string | null;
  @JsonColumn({ nullable: true }) because!: LotBody['because'];
  @FlagColumn() demo!: boolean;
  @InstantColumn({ name: 'created_at' }) createdAt!: Date;
  @InstantColumn({ name: 'updated_at' }) updatedAt!: Date;
}
