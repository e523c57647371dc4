import type { OrganisationState, TaxonomyState } from '@duijie/contracts';
import { BigColumn, JsonColumn, PrimaryCode, PrimaryId } from '@duijie/service-kit';
import { Entity } from 'typeorm';

/** Public state of an organisation, as its last event told it. */
@Entity('organisation_copy')
export class OrganisationCopyEntity {
  @PrimaryId() id!: string;
  @BigColumn() sequence!: number;
  @JsonColumn() body!: OrganisationState;
}

/** The taxonomy, in one row named `city`. */
@Entity('taxonomy_copy')
export class TaxonomyCopyEntity {
  @PrimaryCode(10) name!: string;
  @BigColumn() sequence!: number;
  @JsonColumn() body!: TaxonomyState;
}
