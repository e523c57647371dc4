import { CodeColumn, FlagColumn, IdColumn, InstantColumn, IntColumn, PrimaryId, TextColumn } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** A file of a need; its content lies in the file store under its hash. */
@Entity('need_attachment')
@Index('ix_need_attachment_need', ['needId', 'id'])
export class NeedAttachmentEntity {
  @PrimaryId() id!: string;
  @IdColumn({ name: 'need_id' }) needId!: string;
  @TextColumn(120) title!: string;
  @TextColumn(200, { name: 'file_name' }) fileName!: string;
  @CodeColumn(60, { name: 'media_type' }) mediaType!: string;
  @IntColumn() size!: number;
  @CodeColumn(64) sha256!: string;
  @FlagColumn() private!: boolean;
  @InstantColumn({ name: 'added_at' }) addedAt!: Date;
}
