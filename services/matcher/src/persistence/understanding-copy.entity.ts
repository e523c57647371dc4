import type { UnderstandingState } from '@duijie/contracts';
import { BigColumn, JsonColumn, PrimaryCode } from '@duijie/service-kit';
import { Entity } from 'typeorm';

/** What corrections have taught, as its last event told it; one row, `city`. */
@Entity('understanding_copy')
export class UnderstandingCopyEntity {
  @PrimaryCode(10) name!: string;
  @BigColumn() sequence!: number;
  /** Its version stays while news brings the same phrases. */
  @JsonColumn() body!: UnderstandingState;
}
