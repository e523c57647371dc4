import type { NeedPublicState } from '@duijie/contracts';
import { InstantColumn, JsonColumn, PrimaryId, TextColumn } from '@duijie/service-kit';
import { Entity, PrimaryColumn } from 'typeorm';

/** What a need asked at one published version. */
@Entity('need_version')
export class NeedVersionEntity {
  @PrimaryId('need_id') needId!: string;
  @PrimaryColumn({ type: 'int' }) version!: number;
  @TextColumn(80) title!: string;
  @JsonColumn() snapshot!: NeedPublicState;
  @InstantColumn({ name: 'created_at' }) createdAt!: Date;
}
