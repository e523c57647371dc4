import type { CaseView } from '@duijie/contracts';
import {
  CodeColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LongTextColumn,
  PrimaryId,
  TextColumn,
} from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** A case that a broker brought along; private to the association. */
@Entity('desk_case')
@Index('ix_desk_case_list', ['associationId', 'state', 'id'])
@Index('ix_desk_case_mine', ['associationId', 'assigneeId', 'state', 'id'])
@Index('ix_desk_case_poster', ['posterName'])
@Index('ix_desk_case_counterpart', ['counterpartName'])
@Index('ix_desk_case_title', ['posterId', 'title'])
@Index('ix_desk_case_need', ['needId'])
export class CaseEntity {
  @PrimaryId() id!: string;
  @IntColumn() version!: number;
  /** The version that the last import of its row made; null where none did. */
  @IntColumn({ name: 'imported_version', nullable: true }) importedVersion!: number | null;
  @IdColumn({ name: 'association_id' }) associationId!: string;
  @TextColumn(200) title!: string;
  @TextColumn(200, { name: 'poster_name' }) posterName!: string;
  @IdColumn({ name: 'poster_id', nullable: true }) posterId!: string | null;
  @TextColumn(200, { name: 'counterpart_name', nullable: true }) counterpartName!: string | null;
  @IdColumn({ name: 'counterpart_id', nullable: true }) counterpartId!: string | null;
  @TextColumn(30, { nullable: true }) district!: string | null;
  @TextColumn(60, { nullable: true }) subdistrict!: string | null;
  /** Sealed name and telephone number. */
  @LongTextColumn({ nullable: true }) contact!: string | null;
  @TextColumn(500, { nullable: true }) progress!: string | null;
  @TextColumn(2000, { nullable: true }) note!: string | null;
  @CodeColumn(10) state!: CaseView['state'];
  @IdColumn({ name: 'need_id', nullable: true }) needId!: string | null;
  @IdColumn({ name: 'assignee_id', nullable: true }) assigneeId!: string | null;
  @TextColumn(60, { name: 'assignee_name', nullable: true }) assigneeName!: string | null;
  @TextColumn(200, { name: 'imported_source', nullable: true }) importedSource!: string | null;
  @TextColumn(200, { name: 'imported_id', nullable: true }) importedId!: string | null;
  @FlagColumn() demo!: boolean;
  /** Its import was taken back. */
  @InstantColumn({ name: 'removed_at', nullable: true }) removedAt!: Date | null;
  @InstantColumn({ name: 'created_at' }) createdAt!: Date;
  @InstantColumn({ name: 'updated_at' }) updatedAt!: Date;
}

/** By what name an organisation is found for a case. */
@Entity('organisation_name')
@Index('ix_organisation_name_name', ['name'])
export class OrganisationNameEntity {
  @PrimaryId() id!: string;
  @TextColumn(200) name!: string;
}

/** By what poster and title a need is found for a case. */
@Entity('need_title')
@Index('ix_need_title_title', ['organisationId', 'title'])
export class NeedTitleEntity {
  @PrimaryId() id!: string;
  @IdColumn({ name: 'organisation_id' }) organisationId!: string;
  @TextColumn(200) title!: string;
}
