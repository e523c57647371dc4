import type { OrganisationKind, VerificationState } from '@duijie/contracts';
import { CodeColumn, IntColumn, PrimaryId, TextColumn } from '@duijie/service-kit';
import { Column, Entity, Index } from 'typeorm';

/** What offers must know of an organisation, fed by `organisation.changed.v1`. */
@Entity('organisation_copy')
@Index('ix_organisation_copy_origin', ['importedSource', 'importedId'])
@Index('ix_organisation_copy_name', ['name'])
export class OrganisationCopyEntity {
  @PrimaryId() id!: string;
  /** Version of the organisation that is held; 0 when only a member's session told of it. */
  @IntColumn() sequence!: number;
  @CodeColumn(30) kind!: OrganisationKind;
  @TextColumn(200) name!: string;
  @CodeColumn(10) verification!: VerificationState;
  @TextColumn(200, { name: 'imported_source', nullable: true }) importedSource!: string | null;
  @Column({
    type: 'varchar',
    length: 200,
    name: 'imported_id',
    nullable: true,
    charset: 'utf8mb4',
    collation: 'utf8mb4_bin',
  })
  importedId!: string | null;
}
