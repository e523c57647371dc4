import type { ConflictOutcome, ResponseState } from '@duijie/contracts';
import {
  BigColumn,
  CodeColumn,
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

/** A response to a lot. What a sealed one offers stands in `sealed_content` only until it is opened. */
@Entity('response')
@Index('ix_response_lot', ['lotId', 'disclosed', 'id'])
@Index('ix_response_attempt', ['lotId', 'attempt', 'state', 'id'])
@Index('ix_response_waits', ['waits', 'id'])
export class ResponseEntity {
  @PrimaryId() id!: string;
  @IntColumn() version!: number;
  @IdColumn({ name: 'lot_id' }) lotId!: string;
  @IdColumn({ name: 'need_id' }) needId!: string;
  @IntColumn() attempt!: number;
  @IntColumn({ name: 'need_version', nullable: true }) needVersion!: number | null;
  @IdColumn({ name: 'organisation_id' }) organisationId!: string;
  @TextColumn(255, { name: 'organisation_name' }) organisationName!: string;
  @CodeColumn(20) state!: ResponseState;
  @FlagColumn() sealed!: boolean;
  @FlagColumn() disclosed!: boolean;
  @IdColumn({ name: 'package_id', nullable: true }) packageId!: string | null;
  @BigColumn({ name: 'package_version', nullable: true }) packageVersion!: number | null;
  @BigColumn({ name: 'price_fen', nullable: true }) priceFen!: number | null;
  /** Canonical JSON, which its hash is over. */
  @LongTextColumn({ nullable: true }) content!: string | null;
  @IntColumn({ name: 'content_version' }) contentVersion!: number;
  @CodeColumn(64, { name: 'content_sha256' }) contentSha256!: string;
  @LongTextColumn({ name: 'sealed_content', nullable: true }) sealedContent!: string | null;
  @CodeColumn(200, { name: 'wrapped_key', nullable: true }) wrappedKey!: string | null;
  @JsonColumn() lacks!: unknown;
  @CodeColumn(10) conflict!: ConflictOutcome;
  @JsonColumn() findings!: unknown;
  @JsonColumn({ nullable: true }) clearance!: unknown;
  /** 1 while a flag that may be known waits for a broker, else null. */
  @IntColumn({ nullable: true }) waits!: number | null;
  @JsonColumn({ nullable: true }) because!: unknown;
  @InstantColumn({ name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @InstantColumn({ name: 'opened_at', nullable: true }) openedAt!: Date | null;
  @FlagColumn() demo!: boolean;
  @InstantColumn({ name: 'created_at' }) createdAt!: Date;
  @InstantColumn({ name: 'updated_at' }) updatedAt!: Date;
}
