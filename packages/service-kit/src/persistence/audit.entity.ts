import type { OnBehalf } from '@duijie/contracts';
import { Entity, Index } from 'typeorm';
import {
  BigColumn,
  CodeColumn,
  IdColumn,
  InstantColumn,
  LongTextColumn,
  PrimaryCode,
  PrimaryId,
  TextColumn,
} from './columns';

/** Who did what, for whom, when, from which state to which, and why. Sealed into a hash chain within a second. */
@Entity('audit_entry')
@Index('ux_audit_entry_position', ['position'], { unique: true })
@Index('ix_audit_entry_aggregate', ['aggregateId', 'id'])
@Index('ix_audit_entry_broker', ['brokerOrganisationId', 'id'])
export class AuditEntryEntity {
  @PrimaryId() id!: string;
  @InstantColumn({ name: 'occurred_at' }) occurredAt!: Date;
  /** Person, service or `anonymous`. */
  @CodeColumn(60) actor!: string;
  @IdColumn({ name: 'organisation_id', nullable: true }) organisationId!: string | null;
  /** The absent person whose place the actor takes. */
  @IdColumn({ name: 'in_place_of', nullable: true }) inPlaceOf!: string | null;
  /** Association whose broker, the actor, did it for `organisationId`; with it come how the broker was asked, and what was said. */
  @IdColumn({ name: 'broker_organisation_id', nullable: true }) brokerOrganisationId!: string | null;
  @TextColumn(200, { name: 'broker_organisation_name', nullable: true }) brokerOrganisationName!: string | null;
  @CodeColumn(10, { name: 'on_behalf_channel', nullable: true }) onBehalfChannel!: OnBehalf['channel'] | null;
  @TextColumn(200, { name: 'on_behalf_note', nullable: true }) onBehalfNote!: string | null;
  @CodeColumn(60) action!: string;
  @CodeColumn(40, { name: 'aggregate_type' }) aggregateType!: string;
  @CodeColumn(60, { name: 'aggregate_id' }) aggregateId!: string;
  @CodeColumn(30, { name: 'from_state', nullable: true }) fromState!: string | null;
  @CodeColumn(30, { name: 'to_state', nullable: true }) toState!: string | null;
  @TextColumn(1000, { nullable: true }) reason!: string | null;
  /** What changed as JSON, without personal data. */
  @LongTextColumn({ nullable: true }) data!: string | null;
  @CodeColumn(64, { name: 'request_id' }) requestId!: string;
  @CodeColumn(64, { name: 'remote_address', nullable: true }) remoteAddress!: string | null;
  @BigColumn({ nullable: true }) position!: number | null;
  @CodeColumn(64, { name: 'previous_hash', nullable: true }) previousHash!: string | null;
  @CodeColumn(64, { nullable: true }) hash!: string | null;
}

/** The last link of the chain; its row is the sealer's lock. */
@Entity('audit_head')
export class AuditHeadEntity {
  @PrimaryCode(10) name!: string;
  @BigColumn() position!: number;
  @CodeColumn(64) hash!: string;
}
