import type { AcceptanceSheet, AgreementSnapshot, AgreementView } from '@duijie/contracts';
import {
  BigColumn,
  CodeColumn,
  DayColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LongTextColumn,
  PrimaryId,
  TextColumn,
} from '@duijie/service-kit';
import { Entity, Index, PrimaryColumn } from 'typeorm';

/** What happened to a milestone. Never changed. */
@Entity('milestone_step')
@Index('ix_milestone_step_agreement', ['agreementId', 'id'])
export class MilestoneStepEntity {
  @PrimaryId() id!: string;
  @IdColumn({ name: 'agreement_id' }) agreementId!: string;
  @IdColumn({ name: 'milestone_id' }) milestoneId!: string;
  @CodeColumn(20) kind!: 'delivered' | 'accepted' | 'sent_back';
  @IdColumn({ name: 'organisation_id' }) organisationId!: string;
  @InstantColumn() at!: Date;
  @LongTextColumn() note!: string;
  @JsonColumn({ name: 'file_ids' }) fileIds!: string[];
  @JsonColumn({ nullable: true }) sheet!: AcceptanceSheet | null;
}

/** A file of an agreement; its content lies in the file store under its hash. Never removed. */
@Entity('agreement_file')
@Index('ix_agreement_file_agreement', ['agreementId', 'id'])
export class AgreementFileEntity {
  @PrimaryId() id!: string;
  @IdColumn({ name: 'agreement_id' }) agreementId!: string;
  @CodeColumn(20) purpose!: AgreementView['files'][number]['purpose'];
  @TextColumn(200, { name: 'file_name' }) fileName!: string;
  @CodeColumn(100, { name: 'media_type' }) mediaType!: string;
  @IntColumn() size!: number;
  @CodeColumn(64) sha256!: string;
  @InstantColumn({ name: 'added_at' }) addedAt!: Date;
}

/** A change proposed by one side; at most one of an agreement is open. */
@Entity('agreement_change')
@Index('ux_agreement_change_open', ['openAgreementId'], { unique: true })
@Index('ix_agreement_change_agreement', ['agreementId', 'id'])
export class AgreementChangeEntity {
  @PrimaryId() id!: string;
  @IdColumn({ name: 'agreement_id' }) agreementId!: string;
  /** The agreement while nobody has answered. */
  @IdColumn({ name: 'open_agreement_id', nullable: true }) openAgreementId!: string | null;
  @CodeColumn(20) state!: 'proposed' | 'agreed' | 'refused' | 'withdrawn';
  @CodeColumn(10, { name: 'proposed_by' }) proposedBy!: 'payer' | 'provider';
  @IdColumn({ name: 'organisation_id' }) organisationId!: string;
  @TextColumn(1000) reason!: string;
  @JsonColumn() before!: AgreementSnapshot;
  @JsonColumn() after!: AgreementSnapshot;
  @JsonColumn() remarks!: { zh: string; en: string }[];
  @InstantColumn({ name: 'proposed_at' }) proposedAt!: Date;
  @InstantColumn({ name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  @TextColumn(1000, { nullable: true }) answer!: string | null;
  @IntColumn({ name: 'terms_number', nullable: true }) termsNumber!: number | null;
}

/** Terms that were in force from one number on; 1 were signed. Never changed. */
@Entity('agreement_terms')
export class AgreementTermsEntity {
  @PrimaryId('agreement_id') agreementId!: string;
  @PrimaryColumn({ type: 'int' }) number!: number;
  @IdColumn({ name: 'change_id', nullable: true }) changeId!: string | null;
  @JsonColumn() terms!: AgreementSnapshot;
  @InstantColumn() at!: Date;
}

/** A payment as it was recorded; corrected by a record the other way round. Never changed. */
@Entity('agreement_payment')
@Index('ux_agreement_payment_reverses', ['reverses'], { unique: true })
@Index('ix_agreement_payment_agreement', ['agreementId', 'id'])
export class AgreementPaymentEntity {
  @PrimaryId() id!: string;
  @IdColumn({ name: 'agreement_id' }) agreementId!: string;
  @IdColumn({ name: 'organisation_id' }) organisationId!: string;
  @BigColumn({ name: 'amount_fen' }) amountFen!: number;
  @DayColumn({ name: 'paid_on' }) paidOn!: string;
  @TextColumn(1000) note!: string;
  @IdColumn({ name: 'file_id', nullable: true }) fileId!: string | null;
  @IdColumn({ nullable: true }) reverses!: string | null;
  @IdColumn({ name: 'recorded_by' }) recordedBy!: string;
  @InstantColumn({ name: 'recorded_at' }) recordedAt!: Date;
}
