import type { FollowUpView } from '@duijie/contracts';
import {
  CodeColumn,
  DayColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  PrimaryId,
  TextColumn,
} from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';
import type { About } from '../about';

/** What somebody of an association is to do on a day. */
@Entity('follow_up')
@Index('uq_follow_up_case', ['caseId', 'live'], { unique: true })
@Index('ix_follow_up_list', ['associationId', 'state', 'dueOn', 'id'])
@Index('ix_follow_up_mine', ['associationId', 'assigneeId', 'state', 'dueOn', 'id'])
@Index('ix_follow_up_need', ['associationId', 'needId', 'state', 'dueOn', 'id'])
@Index('ix_follow_up_organisation', ['associationId', 'organisationId', 'state', 'dueOn', 'id'])
@Index('ix_follow_up_introduction', ['associationId', 'introductionId', 'state', 'dueOn', 'id'])
@Index('ix_follow_up_case', ['associationId', 'caseId', 'state', 'dueOn', 'id'])
export class FollowUpEntity implements About {
  @PrimaryId() id!: string;
  @IntColumn() version!: number;
  @IdColumn({ name: 'association_id' }) associationId!: string;
  @IdColumn({ name: 'need_id', nullable: true }) needId!: string | null;
  @IdColumn({ name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @IdColumn({ name: 'introduction_id', nullable: true }) introductionId!: string | null;
  @IdColumn({ name: 'case_id', nullable: true }) caseId!: string | null;
  @TextColumn(200) title!: string;
  @TextColumn(200) what!: string;
  @DayColumn({ name: 'due_on' }) dueOn!: string;
  @CodeColumn(10) state!: FollowUpView['state'];
  /** 1 while open: a case has one next step. */
  @IntColumn({ nullable: true }) live!: number | null;
  /** Null: anybody's of the association. */
  @IdColumn({ name: 'assignee_id', nullable: true }) assigneeId!: string | null;
  @TextColumn(60, { name: 'assignee_name', nullable: true }) assigneeName!: string | null;
  @InstantColumn({ name: 'done_at', nullable: true }) doneAt!: Date | null;
  @FlagColumn() demo!: boolean;
  @InstantColumn({ name: 'created_at' }) createdAt!: Date;
  @InstantColumn({ name: 'updated_at' }) updatedAt!: Date;
}
