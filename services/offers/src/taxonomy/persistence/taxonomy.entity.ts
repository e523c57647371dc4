import { InstantColumn, IntColumn, JsonColumn, PrimaryCode } from '@duijie/service-kit';
import { Entity } from 'typeorm';
import type { Taxonomy } from '../taxonomy';

/** The service taxonomy: one small document, changed as a whole. */
@Entity('taxonomy')
export class TaxonomyEntity {
  @PrimaryCode(10) name!: string;
  @IntColumn() version!: number;
  @JsonColumn({ name: 'taxonomy_groups' }) groups!: Taxonomy['groups'];
  @JsonColumn({ name: 'core_services' }) coreServices!: Taxonomy['coreServices'];
  @InstantColumn({ name: 'updated_at' }) updatedAt!: Date;
}
