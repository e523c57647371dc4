import type { SavedQuery, SearchAlert, SearchFoundBody } from '@duijie/contracts';
import { CodeColumn, IdColumn, InstantColumn, IntColumn, JsonColumn, PrimaryId, TextColumn } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** A search that a person keeps while acting for an organisation, and what has come for it. */
@Entity('saved_search')
@Index('ix_saved_search_owner', ['personId', 'organisationId', 'id'])
@Index('ix_saved_search_organisation', ['organisationId'])
@Index('ix_saved_search_untold', ['alert', 'untold', 'toldAt'])
export class SavedSearchEntity {
  @PrimaryId() id!: string;
  @IdColumn({ name: 'person_id' }) personId!: string;
  @IdColumn({ name: 'organisation_id' }) organisationId!: string;
  @IntColumn() version!: number;
  @TextColumn(40) name!: string;
  @JsonColumn() query!: SavedQuery;
  @CodeColumn(10) alert!: SearchAlert;
  /** So many came since its owner looked. */
  @IntColumn() fresh!: number;
  /** So many came since its owner was told. */
  @IntColumn() untold!: number;
  /** The newest of those, ten at most. */
  @JsonColumn({ name: 'untold_items' }) untoldItems!: SearchFoundBody['items'];
  /** How often its owner was told. */
  @IntColumn() tellings!: number;
  @InstantColumn({ name: 'told_at' }) toldAt!: Date;
  @InstantColumn({ name: 'created_at' }) createdAt!: Date;
  @InstantColumn({ name: 'updated_at' }) updatedAt!: Date;
}
