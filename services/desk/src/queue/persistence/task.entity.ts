import type { CallResult, DeskTaskDetails, DeskTaskKind, DeskTaskSubject, DeskTerms } from '@duijie/contracts';
import {
  CodeColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  PrimaryCode,
  PrimaryId,
  TextColumn,
} from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** A task of the broker's queue; one a kind and subject, which opens again when there is a new reason. */
@Entity('desk_task')
@Index('uq_desk_task_subject', ['kind', 'subjectId'], { unique: true })
@Index('ix_desk_task_due', ['state', 'dueAt', 'id'])
@Index('ix_desk_task_kind', ['state', 'kind', 'dueAt', 'id'])
@Index('ix_desk_task_broker', ['state', 'brokerPersonId', 'dueAt', 'id'])
@Index('ix_desk_task_broker_kind', ['state', 'brokerPersonId', 'kind', 'dueAt', 'id'])
@Index('ix_desk_task_need', ['needId', 'state', 'dueAt', 'id'])
export class DeskTaskEntity {
  @PrimaryId() id!: string;
  @IntColumn() version!: number;
  @CodeColumn(20) kind!: DeskTaskKind;
  @CodeColumn(12, { name: 'subject_type' }) subjectType!: DeskTaskSubject;
  @IdColumn({ name: 'subject_id' }) subjectId!: string;
  @IdColumn({ name: 'need_id', nullable: true }) needId!: string | null;
  /** Whose alone it is; null of every association. */
  @IdColumn({ name: 'association_id', nullable: true }) associationId!: string | null;
  @TextColumn(200) title!: string;
  @IdColumn({ name: 'poster_id', nullable: true }) posterId!: string | null;
  @TextColumn(200, { name: 'poster_name', nullable: true }) posterName!: string | null;
  @IdColumn({ name: 'provider_id', nullable: true }) providerId!: string | null;
  @TextColumn(200, { name: 'provider_name', nullable: true }) providerName!: string | null;
  @TextColumn(30, { nullable: true }) district!: string | null;
  @TextColumn(60, { nullable: true }) subdistrict!: string | null;
  @JsonColumn() details!: DeskTaskDetails;
  /** What it was opened for: finished by hand, it comes back only for another one. */
  @CodeColumn(64) occasion!: string;
  /** `waiting` until `dueAt`, unseen. */
  @CodeColumn(8) state!: 'waiting' | 'open' | 'done';
  @InstantColumn({ name: 'due_at' }) dueAt!: Date;
  @FlagColumn() snoozed!: boolean;
  @IdColumn({ name: 'broker_person_id', nullable: true }) brokerPersonId!: string | null;
  @TextColumn(60, { name: 'broker_name', nullable: true }) brokerName!: string | null;
  @IdColumn({ name: 'broker_organisation_id', nullable: true }) brokerOrganisationId!: string | null;
  @InstantColumn({ name: 'claimed_at', nullable: true }) claimedAt!: Date | null;
  @InstantColumn({ name: 'done_at', nullable: true }) doneAt!: Date | null;
  @CodeColumn(12, { name: 'done_by', nullable: true }) doneBy!: 'broker' | 'reason_gone' | null;
  @TextColumn(500, { name: 'done_note', nullable: true }) doneNote!: string | null;
  @CodeColumn(12, { name: 'call_result', nullable: true }) callResult!: CallResult | null;
  @InstantColumn({ name: 'called_at', nullable: true }) calledAt!: Date | null;
  @FlagColumn() demo!: boolean;
  @InstantColumn({ name: 'created_at' }) createdAt!: Date;
  @InstantColumn({ name: 'updated_at' }) updatedAt!: Date;
}

/** The terms of the queue; one row, `queue`. */
@Entity('desk_terms')
export class DeskTermsEntity {
  @PrimaryCode(10) name!: string;
  @IntColumn() version!: number;
  @JsonColumn() terms!: Omit<DeskTerms, 'version'>;
}
