import type { Letterhead, SetUpView } from '@duijie/contracts';
import { IdColumn, InstantColumn, IntColumn, JsonColumn, PrimaryCode } from '@duijie/service-kit';
import { Entity } from 'typeorm';

/** What the association has settled for this platform; one row, named `platform`. */
@Entity('set_up')
export class SetUpEntity {
  @PrimaryCode(10) name!: string;
  @IntColumn() version!: number;
  @IdColumn({ name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @JsonColumn() districts!: readonly string[];
  @JsonColumn({ nullable: true }) letterhead!: Letterhead | null;
  @JsonColumn({ nullable: true }) seal!: SetUpView['seal'];
  @InstantColumn({ name: 'updated_at', nullable: true }) updatedAt!: Date | null;
}
