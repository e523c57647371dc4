import { CodeColumn, InstantColumn, PrimaryCode, PrimaryId, TextColumn } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';
import type { Listing } from '../need';

/** Under which leaf a need that everybody may see is found. */
@Entity('need_leaf')
@Index('ix_need_leaf_leaf', ['listing', 'leaf', 'publishedAt', 'needId'])
@Index('ix_need_leaf_district', ['listing', 'leaf', 'district', 'publishedAt', 'needId'])
export class NeedLeafEntity {
  @PrimaryId('need_id') needId!: string;
  @PrimaryCode(60) leaf!: string;
  @CodeColumn(10) listing!: Exclude<Listing, 'hidden'>;
  @TextColumn(60) district!: string;
  @InstantColumn({ name: 'published_at' }) publishedAt!: Date;
}
