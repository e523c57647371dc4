import type { ProviderRecord, ReviewView } from '@duijie/contracts';
import {
  DayColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LongTextColumn,
  PrimaryId,
  TextColumn,
} from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** A community's rating of a provider; public. */
@Entity('review')
@Index('ux_review_agreement', ['agreementId'], { unique: true })
export class ReviewEntity {
  @PrimaryId() id!: string;
  @IntColumn() version!: number;
  @IdColumn({ name: 'agreement_id' }) agreementId!: string;
  @IdColumn({ name: 'need_id' }) needId!: string;
  @TextColumn(255, { name: 'need_title' }) needTitle!: string;
  @IdColumn({ name: 'by_id' }) byId!: string;
  @TextColumn(255, { name: 'by_name' }) byName!: string;
  @IdColumn({ name: 'about_id' }) aboutId!: string;
  @TextColumn(255, { name: 'about_name' }) aboutName!: string;
  @JsonColumn() leaves!: string[];
  @IntColumn() rating!: number;
  @LongTextColumn() text!: string;
  @JsonColumn() aspects!: ReviewView['aspects'];
  @TextColumn(1000, { name: 'reply_text', nullable: true }) replyText!: string | null;
  @InstantColumn({ name: 'replied_at', nullable: true }) repliedAt!: Date | null;
  @InstantColumn({ name: 'published_at' }) publishedAt!: Date;
  @InstantColumn({ name: 'updated_at' }) updatedAt!: Date;
  @FlagColumn() demo!: boolean;
}

/** Whom a review is about, with what each did: the lead, and whoever did a component. */
@Entity('review_subject')
@Index('ix_review_subject_review', ['reviewId'])
@Index('ix_review_subject_newest', ['organisationId', 'publishedAt', 'reviewId'])
export class ReviewSubjectEntity {
  @PrimaryId('organisation_id') organisationId!: string;
  @PrimaryId('review_id') reviewId!: string;
  @JsonColumn() leaves!: string[];
  @InstantColumn({ name: 'published_at' }) publishedAt!: Date;
}

/** What a provider says of who paid. A table of its own, so that no list of reviews can ever show it. */
@Entity('payer_review')
@Index('ux_payer_review_agreement', ['agreementId'], { unique: true })
@Index('ix_payer_review_about', ['aboutId', 'id'])
export class PayerReviewEntity {
  @PrimaryId() id!: string;
  @IntColumn() version!: number;
  @IdColumn({ name: 'agreement_id' }) agreementId!: string;
  @TextColumn(255, { name: 'need_title' }) needTitle!: string;
  @IdColumn({ name: 'by_id' }) byId!: string;
  @TextColumn(255, { name: 'by_name' }) byName!: string;
  @IdColumn({ name: 'about_id' }) aboutId!: string;
  @TextColumn(255, { name: 'about_name' }) aboutName!: string;
  @IntColumn({ name: 'paid_on_time', nullable: true }) paidOnTime!: number | null;
  @IntColumn() cooperation!: number;
  @LongTextColumn() text!: string;
  @InstantColumn({ name: 'written_at' }) writtenAt!: Date;
}

/** Record of a provider as it was last told; `dueAt` when its ratings are weighed again, null without ratings. */
@Entity('provider_record')
@Index('ix_provider_record_due', ['dueAt', 'organisationId'])
export class ProviderRecordEntity {
  @PrimaryId('organisation_id') organisationId!: string;
  /** 0 until something was told. */
  @IntColumn() version!: number;
  @JsonColumn() lines!: ProviderRecord['lines'];
  @DayColumn({ name: 'as_of' }) asOf!: string;
  @InstantColumn({ name: 'due_at', nullable: true }) dueAt!: Date | null;
}
