import type { AwardKind, AwardState, RankedResponse, Scoring } from '@duijie/contracts';
import {
  BigColumn,
  CodeColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  PrimaryId,
  TextColumn,
} from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** A decision for one provider. `live` is 1 until it is cancelled or its agreement was terminated, then null. */
@Entity('award')
@Index('ux_award_live', ['lotId', 'live'], { unique: true })
@Index('ux_award_response', ['responseId', 'live'], { unique: true })
@Index('ix_award_lot', ['lotId', 'id'])
@Index('ix_award_need', ['needId', 'live'])
@Index('ix_award_due', ['state', 'noticeUntil', 'id'])
export class AwardEntity {
  @PrimaryId() id!: string;
  @IntColumn() version!: number;
  @IdColumn({ name: 'lot_id' }) lotId!: string;
  @IdColumn({ name: 'need_id' }) needId!: string;
  @IntColumn() attempt!: number;
  @CodeColumn(20) kind!: AwardKind;
  @CodeColumn(20) state!: AwardState;
  @IntColumn({ nullable: true }) live!: 1 | null;
  @IdColumn({ name: 'response_id', nullable: true }) responseId!: string | null;
  @IdColumn({ name: 'organisation_id' }) organisationId!: string;
  @TextColumn(255, { name: 'organisation_name' }) organisationName!: string;
  @IdColumn({ name: 'package_id', nullable: true }) packageId!: string | null;
  @IntColumn({ name: 'package_version', nullable: true }) packageVersion!: number | null;
  @BigColumn({ name: 'amount_fen', nullable: true }) amountFen!: number | null;
  @TextColumn(500) reason!: string;
  @TextColumn(300, { name: 'document_note', nullable: true }) documentNote!: string | null;
  @JsonColumn() ranking!: RankedResponse[];
  @JsonColumn({ nullable: true }) scoring!: Scoring | null;
  @InstantColumn({ name: 'decided_at' }) decidedAt!: Date;
  @InstantColumn({ name: 'notice_until', nullable: true }) noticeUntil!: Date | null;
  @BigColumn({ name: 'notice_left_ms', nullable: true }) noticeLeftMs!: number | null;
  @InstantColumn({ name: 'effective_at', nullable: true }) effectiveAt!: Date | null;
  @InstantColumn({ name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @TextColumn(500, { name: 'cancelled_because', nullable: true }) cancelledBecause!: string | null;
}

/** A scan or file that a decision rests on. */
@Entity('award_document')
@Index('ix_award_document_award', ['awardId', 'id'])
export class AwardDocumentEntity {
  @PrimaryId() id!: string;
  @IdColumn({ name: 'award_id' }) awardId!: string;
  @TextColumn(120) title!: string;
  @TextColumn(200, { name: 'file_name' }) fileName!: string;
  @CodeColumn(60, { name: 'media_type' }) mediaType!: string;
  @IntColumn() size!: number;
  @CodeColumn(64) sha256!: string;
  @InstantColumn({ name: 'added_at' }) addedAt!: Date;
}
