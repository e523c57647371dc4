import type { affiliationTypes } from '@duijie/contracts';
import { PrimaryCode, PrimaryId } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** One outgoing affiliation of a copied organisation, to be found from both ends. */
@Entity('affiliation_copy')
@Index('ix_affiliation_copy_to', ['toId', 'type'])
export class AffiliationCopyEntity {
  @PrimaryId('from_id') fromId!: string;
  @PrimaryCode(20) type!: (typeof affiliationTypes)[number];
  @PrimaryId('to_id') toId!: string;
}
