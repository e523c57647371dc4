import type { SearchKind } from '@duijie/contracts';
import { BigColumn, InstantColumn, IntColumn, PrimaryCode } from '@duijie/service-kit';
import { Entity } from 'typeorm';

/** One index of the engine. */
@Entity('search_index')
export class SearchIndexEntity {
  @PrimaryCode(10) kind!: SearchKind;
  /** Version of the settings that it was last built with; 0 before the first time. */
  @IntColumn({ name: 'settings_version' }) settingsVersion!: number;
  @InstantColumn({ name: 'rebuild_requested_at', nullable: true }) rebuildRequestedAt!: Date | null;
  @InstantColumn({ name: 'rebuilt_at', nullable: true }) rebuiltAt!: Date | null;
}

/** Figures that the composer keeps: the last `revision`, the number of visible `documents`. */
@Entity('search_counter')
export class SearchCounterEntity {
  @PrimaryCode(20) name!: string;
  @BigColumn() value!: number;
}
