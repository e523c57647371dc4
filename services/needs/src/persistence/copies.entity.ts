import type { CompoundState, OrganisationKind, TaxonomyState, VerificationState } from '@duijie/contracts';
import { BigColumn, CodeColumn, FlagColumn, JsonColumn, PrimaryCode, PrimaryId, TextColumn } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** An organisation as its last event told it: what this service asks of it. */
@Entity('organisation_copy')
@Index('ix_organisation_copy_imported', ['importedId', 'importedSource'])
@Index('ix_organisation_copy_place', ['kind', 'district', 'subdistrict'])
@Index('ix_organisation_copy_name', ['name'])
export class OrganisationCopyEntity {
  @PrimaryId() id!: string;
  @BigColumn() sequence!: number;
  @CodeColumn(30) kind!: OrganisationKind;
  @TextColumn(255) name!: string;
  @TextColumn(60, { nullable: true }) district!: string | null;
  @TextColumn(60, { nullable: true }) subdistrict!: string | null;
  @TextColumn(255, { nullable: true }) community!: string | null;
  @CodeColumn(20) verification!: VerificationState;
  @TextColumn(255, { name: 'imported_source', nullable: true }) importedSource!: string | null;
  @TextColumn(255, { name: 'imported_id', nullable: true }) importedId!: string | null;
  @FlagColumn() demo!: boolean;
}

/** Who wrote requirements for whom (affiliation `drafted`). */
@Entity('drafting_copy')
@Index('ix_drafting_copy_for', ['forId'])
export class DraftingCopyEntity {
  @PrimaryId('drafter_id') drafterId!: string;
  @PrimaryId('for_id') forId!: string;
}

/** A compound as its last event told it. */
@Entity('compound_copy')
@Index('ix_compound_copy_name', ['district', 'subdistrict', 'name'])
export class CompoundCopyEntity {
  @PrimaryId() id!: string;
  @BigColumn() sequence!: number;
  @TextColumn(30, { nullable: true }) district!: string | null;
  @TextColumn(60, { nullable: true }) subdistrict!: string | null;
  /** Null where its entry was taken back. */
  @TextColumn(80, { nullable: true }) name!: string | null;
  @JsonColumn() body!: CompoundState;
}

/** The taxonomy as its last event told it; one row, `city`. */
@Entity('taxonomy_copy')
export class TaxonomyCopyEntity {
  @PrimaryCode(10) name!: string;
  @BigColumn() sequence!: number;
  @JsonColumn() body!: TaxonomyState;
}
