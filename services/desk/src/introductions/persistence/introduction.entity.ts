import type { ConflictFindingView, IntroductionBody, MeetingView } from '@duijie/contracts';
import {
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

/** Something found by the conflict check, with the words for both audiences. */
export interface KeptFinding extends Omit<ConflictFindingView, 'zh' | 'en'> {
  readonly words: { readonly zh: string; readonly en: string };
  readonly publicWords: { readonly zh: string; readonly en: string };
}
/** Who decided on a flag, and why. */
export interface ConflictDecision {
  readonly reason: string;
  readonly at: string;
  readonly by: string;
  readonly personId: string;
  readonly organisationName: string;
}

/** An introduction (推介) of one provider to one need. */
@Entity('introduction')
@Index('uq_introduction_live', ['needId', 'providerId', 'live'], { unique: true })
@Index('ix_introduction_need', ['needId', 'id'])
@Index('ix_introduction_provider', ['providerId', 'openToProvider', 'id'])
@Index('ix_introduction_provider_state', ['providerId', 'openToProvider', 'state', 'id'])
@Index('ix_introduction_poster', ['posterId', 'openToPoster', 'id'])
@Index('ix_introduction_poster_state', ['posterId', 'openToPoster', 'state', 'id'])
@Index('ix_introduction_state', ['state', 'id'])
@Index('ix_introduction_broker', ['brokerPersonId', 'id'])
@Index('ix_introduction_broker_state', ['brokerPersonId', 'state', 'id'])
export class IntroductionEntity {
  @PrimaryId() id!: string;
  @IntColumn() version!: number;
  @IdColumn({ name: 'need_id' }) needId!: string;
  @TextColumn(200, { name: 'need_title' }) needTitle!: string;
  @IdColumn({ name: 'poster_id' }) posterId!: string;
  @TextColumn(200, { name: 'poster_name' }) posterName!: string;
  @IdColumn({ name: 'provider_id' }) providerId!: string;
  @TextColumn(200, { name: 'provider_name' }) providerName!: string;
  @IdColumn({ name: 'package_id', nullable: true }) packageId!: string | null;
  @TextColumn(200, { name: 'package_title', nullable: true }) packageTitle!: string | null;
  @TextColumn(30) district!: string;
  @TextColumn(60, { nullable: true }) subdistrict!: string | null;
  @CodeColumn(12) state!: IntroductionBody['state'];
  /** 1 while shortlisted, introduced or interested, else null: one such row a need and provider. */
  @IntColumn({ nullable: true }) live!: 1 | null;
  @FlagColumn({ name: 'open_to_provider' }) openToProvider!: boolean;
  @FlagColumn({ name: 'open_to_poster' }) openToPoster!: boolean;
  @CodeColumn(6, { name: 'by_side' }) by!: IntroductionBody['by'];
  @IdColumn({ name: 'broker_person_id' }) brokerPersonId!: string;
  @TextColumn(60, { name: 'broker_name' }) brokerName!: string;
  @IdColumn({ name: 'broker_organisation_id' }) brokerOrganisationId!: string;
  @TextColumn(200, { name: 'broker_organisation_name' }) brokerOrganisationName!: string;
  /** The body that brokered it, also where its broker acted in the poster's name; null where none did. */
  @IdColumn({ name: 'brokering_id', nullable: true }) brokeringId!: string | null;
  @TextColumn(1000, { nullable: true }) note!: string | null;
  @CodeColumn(8) clearance!: 'clear' | 'flagged' | 'cleared' | 'refused';
  @JsonColumn() findings!: readonly KeptFinding[];
  @JsonColumn({ nullable: true }) decision!: ConflictDecision | null;
  /** When the poster asked for an introduction that waits for a broker's decision on a flag. */
  @InstantColumn({ name: 'asked_at', nullable: true }) askedAt!: Date | null;
  @InstantColumn({ name: 'introduced_at', nullable: true }) introducedAt!: Date | null;
  @InstantColumn({ name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  @CodeColumn(8, { name: 'answered_by', nullable: true }) answeredBy!: 'provider' | 'poster' | 'broker' | null;
  @TextColumn(500, { nullable: true }) reason!: string | null;
  @JsonColumn({ nullable: true }) meeting!: MeetingView | null;
  @FlagColumn() demo!: boolean;
  @InstantColumn({ name: 'created_at' }) createdAt!: Date;
  @InstantColumn({ name: 'updated_at' }) updatedAt!: Date;
}
