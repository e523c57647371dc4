import type { OrganisationState } from '@duijie/contracts';
import { BigColumn, JsonColumn, PrimaryId } from '@duijie/service-kit';
import { Entity } from 'typeorm';

/** An organisation as its last event told it. */
@Entity('organisation_copy')
export class OrganisationCopyEntity {
  @PrimaryId() id!: string;
  @BigColumn() sequence!: number;
  @JsonColumn() body!: OrganisationState;
}
