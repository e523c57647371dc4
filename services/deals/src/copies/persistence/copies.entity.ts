import type { NeedBody, OrganisationState, PackageBody } from '@duijie/contracts';
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
  @IdColumn({ name: 'provider_id' }) providerId!: string;
  @CodeColumn(20) state!: PackageBody['state'];
  @JsonColumn() body!: PackageBody;
}

/** A need as its last event told it. */
@Entity('need_copy')
export class NeedCopyEntity {
  @PrimaryId() id!: string;
  @BigColumn() sequence!: number;
  @CodeColumn(20) state!: NeedBody['state'];
  @JsonColumn() body!: NeedBody;
}
