import type { AppointmentState } from '@duijie/contracts';
import { BigColumn, CodeColumn, IdColumn, InstantColumn, IntColumn, PrimaryId, TextColumn } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** A direct request to one provider. `waiting` is 1 until it is answered, then null: one a lot at a time. */
@Entity('appointment')
@Index('ux_appointment_waiting', ['lotId', 'waiting'], { unique: true })
@Index('ix_appointment_provider', ['organisationId', 'id'])
@Index('ix_appointment_provider_state', ['organisationId', 'state', 'id'])
@Index('ix_appointment_poster', ['posterId', 'id'])
@Index('ix_appointment_poster_state', ['posterId', 'state', 'id'])
@Index('ix_appointment_state', ['state', 'id'])
export class AppointmentEntity {
  @PrimaryId() id!: string;
  @IntColumn() version!: number;
  @IdColumn({ name: 'lot_id' }) lotId!: string;
  @IdColumn({ name: 'need_id' }) needId!: string;
  @TextColumn(255, { name: 'need_title' }) needTitle!: string;
  @IdColumn({ name: 'poster_id' }) posterId!: string;
  @TextColumn(255, { name: 'poster_name' }) posterName!: string;
  @IdColumn({ name: 'organisation_id' }) organisationId!: string;
  @TextColumn(255, { name: 'organisation_name' }) organisationName!: string;
  @IdColumn({ name: 'package_id', nullable: true }) packageId!: string | null;
  @BigColumn({ name: 'amount_fen', nullable: true }) amountFen!: number | null;
  @TextColumn(500) reason!: string;
  @CodeColumn(20) state!: AppointmentState;
  @IntColumn({ nullable: true }) waiting!: 1 | null;
  @TextColumn(500, { nullable: true }) answer!: string | null;
  @IdColumn({ name: 'response_id', nullable: true }) responseId!: string | null;
  @IdColumn({ name: 'award_id', nullable: true }) awardId!: string | null;
  @InstantColumn({ name: 'asked_at' }) askedAt!: Date;
  @InstantColumn({ name: 'answered_at', nullable: true }) answeredAt!: Date | null;
}
