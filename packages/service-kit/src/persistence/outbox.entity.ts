import { Entity, Index } from 'typeorm';
import { BigColumn, CodeColumn, IdColumn, InstantColumn, LongTextColumn, PrimaryCode, PrimaryId } from './columns';

/** An event of this service, written in the transaction of its cause. */
@Entity('outbox')
@Index('ix_outbox_occurred', ['occurredAt'])
export class OutboxEntity {
  @PrimaryId() id!: string;
  @CodeColumn(60) type!: string;
  @IdColumn({ name: 'aggregate_id' }) aggregateId!: string;
  @BigColumn() sequence!: number;
  /** The whole envelope as JSON. */
  @LongTextColumn() envelope!: string;
  @InstantColumn({ name: 'occurred_at' }) occurredAt!: Date;
}

/** `pending` to be queued, `queued` in Redis, `confirmed` the subscriber's inbox has it. */
export type DeliveryState = 'pending' | 'queued' | 'confirmed';

/** One delivery of one event to one subscriber. */
@Entity('outbox_delivery')
@Index('ix_outbox_delivery_state', ['state', 'eventId'])
export class OutboxDeliveryEntity {
  @PrimaryId('event_id') eventId!: string;
  @PrimaryCode(30) subscriber!: string;
  @CodeColumn(10) state!: DeliveryState;
  @InstantColumn({ name: 'queued_at', nullable: true }) queuedAt!: Date | null;
}
