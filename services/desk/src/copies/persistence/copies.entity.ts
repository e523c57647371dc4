import type {
  AgreementBody,
  AppointmentBody,
  LotBody,
  NeedBody,
  NeedMatchesBody,
  ObjectionBody,
  OrganisationState,
  PackageBody,
  ResponseBody,
} from '@duijie/contracts';
import { BigColumn, CodeColumn, IdColumn, JsonColumn, PrimaryCode, PrimaryId } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** An organisation as its last event told it. */
@Entity('organisation_copy')
export class OrganisationCopyEntity {
  @PrimaryId() id!: string;
  @BigColumn() sequence!: number;
  @JsonColumn() body!: OrganisationState;
}

/** Who sponsors, leads, hosts, serves, advises or has drafted for whom. */
@Entity('affiliation_copy')
@Index('ix_affiliation_copy_to', ['toId', 'type'])
export class AffiliationCopyEntity {
  @PrimaryId('from_id') fromId!: string;
  @PrimaryCode(20) type!: string;
  @PrimaryId('to_id') toId!: string;
}

/** A package as its last event told it. */
@Entity('package_copy')
export class PackageCopyEntity {
  @PrimaryId() id!: string;
  @BigColumn() sequence!: number;
  @JsonColumn() body!: PackageBody;
}

/** A need as its last event told it; also the lock of everything that follows from it. */
@Entity('need_copy')
export class NeedCopyEntity {
  @PrimaryId() id!: string;
  /** 0 while nothing but its existence is known. */
  @BigColumn() sequence!: number;
  /** Null for a draft, which stays between its owner and the matcher. */
  @JsonColumn({ nullable: true }) body!: NeedBody | null;
}

/** What the matcher found for a need. */
@Entity('need_match_copy')
export class NeedMatchCopyEntity {
  @PrimaryId() id!: string;
  @BigColumn() sequence!: number;
  @JsonColumn() body!: NeedMatchesBody;
}

/** A lot as its last event told it. */
@Entity('lot_copy')
@Index('ix_lot_copy_need', ['needId'])
export class LotCopyEntity {
  @PrimaryId() id!: string;
  @BigColumn() sequence!: number;
  @IdColumn({ name: 'need_id' }) needId!: string;
  @JsonColumn() body!: LotBody;
}

/** A direct request as its last event told it. */
@Entity('appointment_copy')
@Index('ix_appointment_copy_need', ['needId'])
export class AppointmentCopyEntity {
  @PrimaryId() id!: string;
  @BigColumn() sequence!: number;
  @IdColumn({ name: 'need_id' }) needId!: string;
  @JsonColumn() body!: AppointmentBody;
}

/** A response that may be known, as its last event told it. */
@Entity('response_copy')
@Index('ix_response_copy_need', ['needId'])
export class ResponseCopyEntity {
  @PrimaryId() id!: string;
  @BigColumn() sequence!: number;
  @IdColumn({ name: 'need_id' }) needId!: string;
  @CodeColumn(20) state!: ResponseBody['state'];
  @JsonColumn() body!: ResponseBody;
}

/** An agreement as its last event told it. */
@Entity('agreement_copy')
@Index('ix_agreement_copy_need', ['needId'])
export class AgreementCopyEntity {
  @PrimaryId() id!: string;
  @BigColumn() sequence!: number;
  @IdColumn({ name: 'need_id' }) needId!: string;
  @JsonColumn() body!: AgreementBody;
}

/** An objection as its last event told it. */
@Entity('objection_copy')
@Index('ix_objection_copy_need', ['needId'])
export class ObjectionCopyEntity {
  @PrimaryId() id!: string;
  @BigColumn() sequence!: number;
  @IdColumn({ name: 'need_id' }) needId!: string;
  @JsonColumn() body!: ObjectionBody;
}
