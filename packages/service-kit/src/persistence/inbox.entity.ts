import { Entity, Index } from 'typeorm';
import { InstantColumn, PrimaryId } from './columns';

/** An event that took effect here: written in the transaction of the effect, so that a repetition does nothing. */
@Entity('inbox')
@Index('ix_inbox_received', ['receivedAt'])
export class InboxEntity {
  @PrimaryId('event_id') eventId!: string;
  @InstantColumn({ name: 'received_at' }) receivedAt!: Date;
}
