import type { OrganisationKind, OrganisationState, VerificationState } from '@duijie/contracts';
import {
  CodeColumn,
  DayColumn,
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

type Grade = NonNullable<OrganisationState['grade']>['level'];

@Entity('organisation')
@Index('ux_organisation_claimed_code', ['claimedCode'], { unique: true })
@Index('ix_organisation_list', ['verification', 'name', 'id'])
@Index('ix_organisation_kind', ['verification', 'kind', 'name', 'id'])
@Index('ix_organisation_district', ['verification', 'district', 'name', 'id'])
@Index('ix_organisation_kind_district', ['verification', 'kind', 'district', 'name', 'id'])
@Index('ix_organisation_place', ['district', 'subdistrict', 'community', 'kind'])
@Index('ix_organisation_demo', ['demo', 'kind', 'id'])
@Index('ix_organisation_imported', ['importedSource', 'importedId'])
@Index('ix_organisation_sponsor', ['importedSource', 'awaitedSponsor'])
export class OrganisationEntity {
  @PrimaryId() id!: string;
  @IntColumn() version!: number;
  @CodeColumn(30) kind!: OrganisationKind;
  @TextColumn(80) name!: string;
  @CodeColumn(18, { name: 'credit_code', nullable: true }) creditCode!: string | null;
  /** The credit code while nobody else may have it: not of a rejected organisation. */
  @CodeColumn(18, { name: 'claimed_code', nullable: true }) claimedCode!: string | null;
  @LongTextColumn({ name: 'business_scope', nullable: true }) businessScope!: string | null;
  @LongTextColumn() description!: string;
  @TextColumn(30, { nullable: true }) district!: string | null;
  @TextColumn(60, { nullable: true }) subdistrict!: string | null;
  /** Short name, e.g. 得胜社区. */
  @TextColumn(60, { nullable: true }) community!: string | null;
  @IntColumn({ name: 'founded_year', nullable: true }) foundedYear!: number | null;
  /** Sealed name and telephone number of the contact person. */
  @LongTextColumn({ nullable: true }) contact!: string | null;
  @JsonColumn() qualifications!: OrganisationState['qualifications'];
  @CodeColumn(2, { name: 'grade_level', nullable: true }) gradeLevel!: Grade | null;
  @DayColumn({ name: 'grade_expires_on', nullable: true }) gradeExpiresOn!: string | null;
  @CodeColumn(12) verification!: VerificationState;
  @TextColumn(500, { name: 'verification_reason', nullable: true }) verificationReason!: string | null;
  @TextColumn(120, { name: 'imported_source', nullable: true }) importedSource!: string | null;
  @TextColumn(200, { name: 'imported_id', nullable: true }) importedId!: string | null;
  /** External id of the sponsor that the same source has not brought yet. */
  @TextColumn(200, { name: 'awaited_sponsor', nullable: true }) awaitedSponsor!: string | null;
  /** Only imports have changed it, so that the import can be taken back. */
  @FlagColumn() untouched!: boolean;
  @FlagColumn() demo!: boolean;
  /** Its import was taken back. */
  @InstantColumn({ name: 'removed_at', nullable: true }) removedAt!: Date | null;
  @IdColumn({ name: 'created_by', nullable: true }) createdBy!: string | null;
  @InstantColumn({ name: 'created_at' }) createdAt!: Date;
  @InstantColumn({ name: 'updated_at' }) updatedAt!: Date;
}
