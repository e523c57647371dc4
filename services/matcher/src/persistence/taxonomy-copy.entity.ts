import type { TaxonomyState } from '@duijie/contracts';
import { BigColumn, JsonColumn, PrimaryCode } from '@duijie/service-kit';
import { Entity } from 'typeorm';

/** The taxonomy as its last event told it; one row, `city`. */
@Entity('taxonomy_copy')
export class TaxonomyCopyEntity {
  @PrimaryCode(10) name!: string;
  @BigColumn() sequence!: number;
  @JsonColumn() body!: TaxonomyState;
}
