import type { ObjectionBody } from '@duijie/contracts';
import {
  CodeColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LongTextColumn,
  PrimaryId,
  TextColumn,
} from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** A question or objection to a result. `running` is 1 until it is decided or withdrawn, then null. */
@Entity('objection')
@Index('ux_objection_running', ['awardId', 'objectorId', 'running'], { unique: true })
@Index('ix_objection_award', ['awardId', 'state'])
@Index('ix_objection_lot', ['lotId', 'id'])
@Index('ix_objection_lot_objector', ['lotId', 'objectorId', 'id'])
export class ObjectionEntity {
  @PrimaryId() id!: string;
  @IntColumn() version!: number;
  @IdColumn({ name: 'lot_id' }) lotId!: string;
  @IdColumn({ name: 'need_id' }) needId!: string;
  @TextColumn(255, { name: 'need_title' }) needTitle!: string;
  @IdColumn({ name: 'award_id' }) awardId!: string;
  @IdColumn({ name: 'poster_id' }) posterId!: string;
  @IdColumn({ name: 'objector_id' }) objectorId!: string;
  @TextColumn(255, { name: 'objector_name' }) objectorName!: string;
  @CodeColumn(20) state!: ObjectionBody['state'];
  @IntColumn({ nullable: true }) running!: 1 | null;
  @LongTextColumn() text!: string;
  @InstantColumn({ name: 'passed_at', nullable: true }) passedAt!: Date | null;
  @LongTextColumn({ name: 'passed_text', nullable: true }) passedText!: string | null;
  @LongTextColumn({ nullable: true }) answer!: string | null;
  @InstantColumn({ name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  @InstantColumn({ name: 'formal_at', nullable: true }) formalAt!: Date | null;
  @InstantColumn({ name: 'answer_due_at', nullable: true }) answerDueAt!: Date | null;
  @FlagColumn({ name: 'calendar_known' }) calendarKnown!: boolean;
  @LongTextColumn({ nullable: true }) decision!: string | null;
  @InstantColumn({ name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @InstantColumn({ name: 'raised_at' }) raisedAt!: Date;
  @InstantColumn({ name: 'updated_at' }) updatedAt!: Date;
  @FlagColumn() demo!: boolean;
}
