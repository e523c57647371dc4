import type { NoticeKind, NoticeSubject, NoticeTopic } from '@duijie/contracts';
import {
  BigColumn,
  CodeColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  PrimaryCode,
  PrimaryId,
} from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';
import type { NoticeFacts } from '../notice';

/** A notice to an organisation or a person; written once, never changed. */
@Entity('notice')
@Index('uq_notice_fact', ['recipientId', 'kind', 'subjectId', 'fact'], { unique: true })
@Index('uq_notice_position', ['recipientId', 'position'], { unique: true })
@Index('ix_notice_recipient', ['recipientId', 'id'])
@Index('ix_notice_created', ['createdAt'])
@Index('ix_notice_subject', ['subjectId'])
export class NoticeEntity {
  @PrimaryId() id!: string;
  @IdColumn({ name: 'recipient_id' }) recipientId!: string;
  @CodeColumn(12, { name: 'recipient_type' }) recipientType!: 'organisation' | 'person';
  /** Roles that see it, with commas between; null = every member. */
  @CodeColumn(100, { nullable: true }) roles!: string | null;
  @BigColumn() position!: number;
  @CodeColumn(40) kind!: NoticeKind;
  @CodeColumn(20) topic!: NoticeTopic;
  @CodeColumn(20, { name: 'subject_type' }) subjectType!: NoticeSubject['type'];
  @IdColumn({ name: 'subject_id' }) subjectId!: string;
  @CodeColumn(80) fact!: string;
  @JsonColumn() facts!: NoticeFacts;
  @InstantColumn({ name: 'created_at' }) createdAt!: Date;
}

/** Counts the notices of one recipient; locked until the commit, so that positions are seen in their order. */
@Entity('notice_recipient')
export class NoticeRecipientEntity {
  @PrimaryId('recipient_id') recipientId!: string;
  @BigColumn({ name: 'last_position' }) lastPosition!: number;
}

/** One person has read one notice. */
@Entity('notice_read')
@Index('ix_notice_read_at', ['readAt'])
export class NoticeReadEntity {
  @PrimaryId('person_id') personId!: string;
  @PrimaryId('notice_id') noticeId!: string;
  @InstantColumn({ name: 'read_at' }) readAt!: Date;
}

/** One person has read all notices of a recipient up to a position. */
@Entity('notice_read_up_to')
export class NoticeReadUpToEntity {
  @PrimaryId('person_id') personId!: string;
  @PrimaryId('recipient_id') recipientId!: string;
  @BigColumn() position!: number;
}

/** Topics that one person has muted. */
@Entity('notice_setting')
export class NoticeSettingEntity {
  @PrimaryId('person_id') personId!: string;
  @IntColumn() version!: number;
  @JsonColumn() muted!: readonly NoticeTopic[];
}

/** A reminder that waits for its time, or is done. */
@Entity('notice_due')
@Index('ix_notice_due', ['state', 'dueAt'])
export class NoticeDueEntity {
  @PrimaryCode(20) kind!: string;
  /** What is due: a need, a milestone, or an objection. */
  @PrimaryId('about_id') aboutId!: string;
  @IdColumn({ name: 'need_id' }) needId!: string;
  /** Where it is found: the need, the agreement, or the objection. */
  @IdColumn({ name: 'source_id' }) sourceId!: string;
  @InstantColumn({ name: 'due_at' }) dueAt!: Date;
  @CodeColumn(10) state!: 'waiting' | 'done';
}

/** Tables of this part. */
export const noticeEntities = [
  NoticeEntity,
  NoticeRecipientEntity,
  NoticeReadEntity,
  NoticeReadUpToEntity,
  NoticeSettingEntity,
  NoticeDueEntity,
];
