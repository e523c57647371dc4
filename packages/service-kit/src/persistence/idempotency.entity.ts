import { Entity, Index } from 'typeorm';
import { CodeColumn, InstantColumn, IntColumn, JsonColumn, LongTextColumn, PrimaryCode } from './columns';

/** First answer to a request with an Idempotency-Key, written in the transaction of its effect. */
@Entity('idempotency_key')
@Index('ix_idempotency_key_created', ['createdAt'])
export class IdempotencyKeyEntity {
  /** SHA-256 over person, organisation, route and key. */
  @PrimaryCode(64) scope!: string;
  @CodeColumn(64) fingerprint!: string;
  @IntColumn() status!: number;
  @JsonColumn() headers!: Readonly<Record<string, string>>;
  @LongTextColumn({ nullable: true }) body!: string | null;
  @InstantColumn({ name: 'created_at' }) createdAt!: Date;
}
