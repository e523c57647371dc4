import type { AgreementState, MilestoneState } from '@duijie/contracts';
import {
  BigColumn,
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  PrimaryCode,
  PrimaryId,
  TextColumn,
} from '@duijie/service-kit';
import { Entity, Index, PrimaryColumn } from 'typeorm';
import type { Agreement, NextMilestone } from '../agreement';

/** An agreement without its parts, milestones and payees. */
@Entity('agreement')
@Index('ux_agreement_live', ['liveAwardId'], { unique: true })
@Index('ix_agreement_lot', ['lotId', 'id'])
export class AgreementEntity {
  @PrimaryId() id!: string;
  @IntColumn() version!: number;
  @IdColumn({ name: 'award_id' }) awardId!: string;
  /** The award while the agreement lives (drafted, signed, completed): one an award. */
  @IdColumn({ name: 'live_award_id', nullable: true }) liveAwardId!: string | null;
  @IdColumn({ name: 'lot_id' }) lotId!: string;
  @IdColumn({ name: 'need_id' }) needId!: string;
  @TextColumn(255, { name: 'need_title' }) needTitle!: string;
  @IdColumn({ name: 'poster_id' }) posterId!: string;
  @TextColumn(255, { name: 'poster_name' }) posterName!: string;
  @IdColumn({ name: 'lead_id' }) leadId!: string;
  @TextColumn(255, { name: 'lead_name' }) leadName!: string;
  @IdColumn({ name: 'package_id', nullable: true }) packageId!: string | null;
  @IntColumn({ name: 'package_version', nullable: true }) packageVersion!: number | null;
  @CodeColumn(20) mode!: Agreement['mode'];
  @CodeColumn(30, { nullable: true }) funding!: Agreement['funding'];
  @TextColumn(60) district!: string;
  @TextColumn(60, { nullable: true }) subdistrict!: string | null;
  @IdColumn({ name: 'compound_id', nullable: true }) compoundId!: string | null;
  @CodeColumn(10) form!: Agreement['form'];
  @JsonColumn() leaves!: readonly string[];
  @JsonColumn({ name: 'member_ids' }) memberIds!: readonly string[];
  @CodeColumn(20) state!: AgreementState;
  @BigColumn({ name: 'price_fen', nullable: true }) priceFen!: number | null;
  @BigColumn({ name: 'signed_price_fen', nullable: true }) signedPriceFen!: number | null;
  @IntColumn({ name: 'terms_number' }) termsNumber!: number;
  @DayColumn({ name: 'starts_on', nullable: true }) startsOn!: string | null;
  @DayColumn({ name: 'ends_on', nullable: true }) endsOn!: string | null;
  @DayColumn({ name: 'signed_on', nullable: true }) signedOn!: string | null;
  @IdColumn({ name: 'scan_file_id', nullable: true }) scanFileId!: string | null;
  @InstantColumn({ name: 'poster_confirmed_at', nullable: true }) posterConfirmedAt!: Date | null;
  @InstantColumn({ name: 'provider_confirmed_at', nullable: true }) providerConfirmedAt!: Date | null;
  @CodeColumn(10, { name: 'open_change_by', nullable: true }) openChangeBy!: Agreement['openChangeBy'];
  @InstantColumn({ name: 'open_change_at', nullable: true }) openChangeAt!: Date | null;
  @TextColumn(1000, { nullable: true }) because!: string | null;
  @TextColumn(1000, { nullable: true }) conclusion!: string | null;
  @JsonColumn({ name: 'hand_over' }) handOver!: Agreement['handOver'];
  @JsonColumn({ name: 'next_milestone', nullable: true }) nextMilestone!: NextMilestone | null;
  @BigColumn({ name: 'paid_fen' }) paidFen!: number;
  @FlagColumn() demo!: boolean;
  @InstantColumn({ name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @InstantColumn({ name: 'created_at' }) createdAt!: Date;
  @InstantColumn({ name: 'updated_at' }) updatedAt!: Date;
}

/** One component, done by and paid to one organisation. */
@Entity('agreement_part')
@Index('ix_agreement_part_organisation', ['organisationId', 'agreementId'])
export class AgreementPartEntity {
  @PrimaryId('agreement_id') agreementId!: string;
  @PrimaryCode(60) code!: string;
  @IntColumn() position!: number;
  @IdColumn({ name: 'organisation_id' }) organisationId!: string;
  @BigColumn({ name: 'amount_fen', nullable: true }) amountFen!: number | null;
}

/** What one organisation is to be paid and was; a CHECK keeps the second within the first. */
@Entity('agreement_payee')
export class AgreementPayeeEntity {
  @PrimaryId('agreement_id') agreementId!: string;
  @PrimaryId('organisation_id') organisationId!: string;
  @BigColumn({ name: 'due_fen' }) dueFen!: number;
  @BigColumn({ name: 'paid_fen' }) paidFen!: number;
}

@Entity('agreement_milestone')
@Index('ix_agreement_milestone_agreement', ['agreementId', 'position'])
export class AgreementMilestoneEntity {
  @PrimaryId() id!: string;
  @IdColumn({ name: 'agreement_id' }) agreementId!: string;
  @IntColumn() position!: number;
  @TextColumn(120) title!: string;
  @DayColumn({ name: 'due_on', nullable: true }) dueOn!: string | null;
  @BigColumn({ name: 'amount_fen', nullable: true }) amountFen!: number | null;
  @CodeColumn(20) state!: MilestoneState;
  @InstantColumn({ name: 'delivered_at', nullable: true }) deliveredAt!: Date | null;
}

/** Whose list an agreement stands in: everybody's, the city's once signed, an area's, a party's, one side's; and a compound's. */
export type AgreementScope = 'all' | 'signed' | 'district' | 'area' | 'party' | 'payer' | 'provider' | 'compound';

/** An agreement under one value of one scope: every list is a walk along one index. */
@Entity('agreement_listing')
@Index('ix_agreement_listing_state', ['scope', 'value', 'state', 'agreementId'])
@Index('ix_agreement_listing_agreement', ['agreementId'])
export class AgreementListingEntity {
  @PrimaryCode(10) scope!: AgreementScope;
  @PrimaryColumn({ type: 'varchar', length: 200 }) value!: string;
  @PrimaryId('agreement_id') agreementId!: string;
  @CodeColumn(20) state!: AgreementState;
}

/** A milestone that waits for somebody, under the scopes of those who look after it. */
@Entity('milestone_attention')
@Index('ix_milestone_attention_due', ['scope', 'value', 'attentionOn', 'milestoneId'])
@Index('ix_milestone_attention_agreement', ['agreementId'])
export class MilestoneAttentionEntity {
  @PrimaryCode(10) scope!: AgreementScope;
  @PrimaryColumn({ type: 'varchar', length: 200 }) value!: string;
  @PrimaryId('milestone_id') milestoneId!: string;
  @IdColumn({ name: 'agreement_id' }) agreementId!: string;
  @DayColumn({ name: 'attention_on' }) attentionOn!: string;
}
