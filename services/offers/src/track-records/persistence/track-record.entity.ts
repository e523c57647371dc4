import { DoubleColumn, InstantColumn, IntColumn, PrimaryId, TextColumn } from '@duijie/service-kit';
import { Entity } from 'typeorm';

/** Opening balance of a provider's record. */
@Entity('track_record')
export class TrackRecordEntity {
  @PrimaryId('provider_id') providerId!: string;
  @IntColumn() version!: number;
  @DoubleColumn({ name: 'rating_mean', nullable: true }) ratingMean!: number | null;
  @IntColumn({ name: 'rating_count' }) ratingCount!: number;
  @IntColumn() completed!: number;
  @TextColumn(200) source!: string;
  @InstantColumn({ name: 'updated_at' }) updatedAt!: Date;
}
