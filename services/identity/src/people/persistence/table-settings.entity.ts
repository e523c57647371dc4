import type { ConsoleTable, TableSettings } from '@duijie/contracts';
import { InstantColumn, IntColumn, JsonColumn, PrimaryCode, PrimaryId } from '@duijie/service-kit';
import { Entity } from 'typeorm';

/** How a person likes one table of the console. */
@Entity('table_settings')
export class TableSettingsEntity {
  @PrimaryId('person_id') personId!: string;
  @PrimaryCode(30, 'table_name') table!: ConsoleTable;
  @IntColumn() version!: number;
  @JsonColumn() settings!: TableSettings;
  @InstantColumn({ name: 'updated_at' }) updatedAt!: Date;
}
