import type { Actor, ImportOutcome, ImportState } from '@duijie/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Locale } from '../../context';
import type { Words } from '../../errors';
import {
  CodeColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  PrimaryCode,
  PrimaryId,
  TextColumn,
} from '../../persistence/columns';

/** Who started an import: its rows are applied as theirs, whenever the work is done. */
export interface ImportStarter {
  readonly actor: Actor;
  readonly locale: Locale;
  readonly requestId: string;
  readonly traceparent: string;
  readonly remoteAddress: string | null;
}

/** One import, its progress and its counts. */
@Entity('import_job')
@Index('ix_import_job_kind', ['kind', 'id'])
@Index('ix_import_job_own', ['kind', 'organisationId', 'id'])
@Index('ix_import_job_state', ['state', 'id'])
export class ImportJobEntity {
  @PrimaryId() id!: string;
  @IntColumn() version!: number;
  @CodeColumn(20) kind!: string;
  /** Whose rows these are; sources of two organisations never mix. */
  @IdColumn({ name: 'organisation_id' }) organisationId!: string;
  @TextColumn(200) source!: string;
  @TextColumn(200, { name: 'file_name' }) fileName!: string;
  @CodeColumn(64, { name: 'file_sha256' }) fileSha256!: string;
  @JsonColumn() starter!: ImportStarter;
  /** Who took it back; then the rows are taken back as theirs. */
  @JsonColumn({ nullable: true }) undoer!: ImportStarter | null;
  @FlagColumn({ name: 'dry_run' }) dryRun!: boolean;
  @CodeColumn(10) state!: ImportState;
  @IntColumn({ name: 'row_count' }) rows!: number;
  @IntColumn() pending!: number;
  @IntColumn() created!: number;
  @IntColumn() updated!: number;
  @IntColumn() unchanged!: number;
  @IntColumn() refused!: number;
  @IntColumn() undone!: number;
  @IntColumn() kept!: number;
  @JsonColumn({ name: 'unknown_headings' }) unknownHeadings!: readonly string[];
  /** Path of a column → its heading in the file; empty for JSONL. */
  @JsonColumn() headings!: Readonly<Record<string, string>>;
  /** Attempts that failed since the last step forward. */
  @IntColumn() attempts!: number;
  @JsonColumn({ nullable: true }) failure!: Words | null;
  @InstantColumn({ name: 'created_at' }) createdAt!: Date;
  @InstantColumn({ name: 'started_at', nullable: true }) startedAt!: Date | null;
  @InstantColumn({ name: 'progressed_at' }) progressedAt!: Date;
  @InstantColumn({ name: 'finished_at', nullable: true }) finishedAt!: Date | null;
}

const exact = { charset: 'utf8mb4', collation: 'utf8mb4_bin' } as const;

/** One row of an import. `content` is dropped once the row has an outcome; a trial keeps it until it is imported. */
@Entity('import_row')
@Index('ix_import_row_outcome', ['importId', 'outcome', 'line'])
export class ImportRowEntity {
  @PrimaryId('import_id') importId!: string;
  @PrimaryColumn({ type: 'int' }) line!: number;
  @Column({ type: 'varchar', length: 200, name: 'external_id', nullable: true, ...exact }) externalId!: string | null;
  @Column({ type: 'mediumtext', nullable: true }) content!: string | null;
  @CodeColumn(64, { name: 'content_hash', nullable: true }) contentHash!: string | null;
  @CodeColumn(10) outcome!: ImportOutcome;
  @IdColumn({ name: 'aggregate_id', nullable: true }) aggregateId!: string | null;
  /** Version of the aggregate after this row. */
  @IntColumn({ name: 'aggregate_version', nullable: true }) aggregateVersion!: number | null;
  @Column({ type: 'mediumtext', nullable: true }) faults!: string | null;
}

/** What a row of a source became: a repeated import finds it again. */
@Entity('import_identity')
export class ImportIdentityEntity {
  @PrimaryCode(20) kind!: string;
  @PrimaryId('organisation_id') organisationId!: string;
  @PrimaryColumn({ type: 'varchar', length: 200, ...exact }) source!: string;
  @PrimaryColumn({ type: 'varchar', length: 200, name: 'external_id', ...exact }) externalId!: string;
  @IdColumn({ name: 'aggregate_id' }) aggregateId!: string;
  @IntColumn({ name: 'aggregate_version' }) aggregateVersion!: number;
  @CodeColumn(64, { name: 'content_hash' }) contentHash!: string;
}
