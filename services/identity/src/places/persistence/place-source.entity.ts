import { CodeColumn, DayColumn, InstantColumn, PrimaryCode, TextColumn } from '@duijie/service-kit';
import { Entity } from 'typeorm';

/** Where the places of a city come from, and which state of the file was loaded. */
@Entity('place_source')
export class PlaceSourceEntity {
  /** Code of the city. */
  @PrimaryCode(6) code!: string;
  @TextColumn(30) name!: string;
  @TextColumn(300) source!: string;
  @DayColumn({ name: 'source_date' }) sourceDate!: string;
  /** SHA-256 of the file. */
  @CodeColumn(64) digest!: string;
  @InstantColumn({ name: 'loaded_at' }) loadedAt!: Date;
}
