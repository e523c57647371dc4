import type { IntroductionBody, ResponseState } from '@duijie/contracts';
import {
  BigColumn,
  CodeColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LongTextColumn,
  PrimaryId,
  TextColumn,
} from '@duijie/service-kit';
import { Entity, Index, PrimaryColumn } from 'typeorm';
import type { Standing } from '../response';

/** An organisation that takes part in a response, or is asked to. `live` binds it to this one of the lot's responses. */
@Entity('response_party')
@Index('ux_response_party_live', ['lotId', 'attempt', 'organisationId', 'live'], { unique: true })
@Index('ix_response_party_own', ['organisationId', 'responseId'])
@Index('ix_response_party_lot', ['organisationId', 'lotId', 'responseId'])
@Index('ix_response_party_standing', ['organisationId', 'standing', 'responseId'])
@Index('ix_response_party_state', ['organisationId', 'state', 'responseId'])
@Index('ix_response_party_standing_state', ['organisationId', 'standing', 'state', 'responseId'])
export class ResponsePartyEntity {
  @PrimaryId('response_id') responseId!: string;
  @PrimaryId('organisation_id') organisationId!: string;
  @TextColumn(255, { name: 'organisation_name' }) organisationName!: string;
  @IdColumn({ name: 'lot_id' }) lotId!: string;
  @IntColumn() attempt!: number;
  @CodeColumn(10) standing!: Standing;
  /** Of the response. */
  @CodeColumn(20) state!: ResponseState;
  @IntColumn({ nullable: true }) live!: number | null;
}

/** Proof of one submission or replacement; never changed. */
@Entity('response_receipt')
@Index('ux_response_receipt_number', ['number'], { unique: true })
@Index('ix_response_receipt_response', ['responseId', 'id'])
export class ResponseReceiptEntity {
  @PrimaryId() id!: string;
  @IdColumn({ name: 'response_id' }) responseId!: string;
  @IdColumn({ name: 'lot_id' }) lotId!: string;
  @CodeColumn(30) number!: string;
  @InstantColumn({ name: 'submitted_at' }) submittedAt!: Date;
  @IntColumn({ name: 'content_version' }) contentVersion!: number;
  @CodeColumn(64, { name: 'content_sha256' }) contentSha256!: string;
  @JsonColumn({ name: 'document_sha256s' }) documentSha256s!: string[];
  @CodeColumn(64) sha256!: string;
}

/** A file of a response; its bytes are always encrypted, its name and key too until the response may be read. */
@Entity('response_document')
@Index('ix_response_document_response', ['responseId', 'id'])
export class ResponseDocumentEntity {
  @PrimaryId() id!: string;
  @IdColumn({ name: 'response_id' }) responseId!: string;
  @IntColumn() version!: number;
  /** Name in the file store: hash of the encrypted bytes. */
  @CodeColumn(64, { name: 'kept_as' }) keptAs!: string;
  /** Over its facts with a salt. */
  @CodeColumn(64) sha256!: string;
  /** Facts with the key of its bytes. */
  @LongTextColumn({ nullable: true }) facts!: string | null;
  @LongTextColumn({ name: 'sealed_facts', nullable: true }) sealedFacts!: string | null;
  @CodeColumn(200, { name: 'wrapped_key', nullable: true }) wrappedKey!: string | null;
  @InstantColumn({ name: 'added_at' }) addedAt!: Date;
  @InstantColumn({ name: 'removed_at', nullable: true }) removedAt!: Date | null;
}

/** Record of an opening; never changed. */
@Entity('lot_opening')
export class LotOpeningEntity {
  @PrimaryId('lot_id') lotId!: string;
  @PrimaryColumn({ type: 'int' }) attempt!: number;
  @InstantColumn({ name: 'due_at' }) dueAt!: Date;
  @InstantColumn({ name: 'opened_at' }) openedAt!: Date;
  @CodeColumn(10, { name: 'opened_by' }) openedBy!: 'deadline' | 'poster';
  @JsonColumn() entries!: unknown;
}

/** An introduction as its last event told it: who was invited to respond. */
@Entity('introduction_copy')
@Index('ix_introduction_copy_need', ['needId', 'organisationId'])
export class IntroductionCopyEntity {
  @PrimaryId() id!: string;
  @BigColumn() sequence!: number;
  @IdColumn({ name: 'need_id' }) needId!: string;
  @IdColumn({ name: 'organisation_id' }) organisationId!: string;
  @CodeColumn(20) state!: IntroductionBody['state'];
  @CodeColumn(10) clearance!: IntroductionBody['clearance'];
  @IdColumn({ name: 'brokering_id', nullable: true }) brokeringId!: string | null;
}
