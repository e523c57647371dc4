import type { NeedState } from '@duijie/contracts';
import {
  CodeColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LongTextColumn,
  PrimaryId,
  TextColumn,
} from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';
import type { Listing } from '../need';

/** A need. What lists filter and sort by stands in columns of its own, the rest in `content`. */
@Entity('need')
@Index('ix_need_listing', ['listing', 'publishedAt', 'id'])
@Index('ix_need_listing_district', ['listing', 'district', 'publishedAt', 'id'])
@Index('ix_need_listing_funding', ['listing', 'funding', 'publishedAt', 'id'])
@Index('ix_need_listing_urgency', ['listing', 'urgency', 'publishedAt', 'id'])
@Index('ix_need_state', ['state', 'publishedAt', 'id'])
@Index('ix_need_poster', ['organisationId', 'publishedAt', 'id'])
@Index('ix_need_own', ['organisationId', 'id'])
@Index('ix_need_own_state', ['organisationId', 'state', 'id'])
@Index('ix_need_screening', ['screening', 'submittedAt', 'id'])
@Index('ix_need_screening_area', ['screening', 'district', 'subdistrict', 'submittedAt', 'id'])
@Index('ix_need_screening_district', ['screening', 'district', 'submittedAt', 'id'])
@Index('ix_need_opens', ['opensAt', 'id'])
export class NeedEntity {
  @PrimaryId() id!: string;
  @IntColumn() version!: number;
  @IdColumn({ name: 'organisation_id' }) organisationId!: string;
  @TextColumn(255, { name: 'organisation_name' }) organisationName!: string;
  @CodeColumn(20) state!: NeedState;
  @CodeColumn(10) listing!: Listing;
  @TextColumn(80) title!: string;
  @LongTextColumn() description!: string;
  @TextColumn(60) district!: string;
  @TextColumn(60, { nullable: true }) subdistrict!: string | null;
  @CodeColumn(30, { nullable: true }) funding!: string | null;
  @CodeColumn(10) urgency!: string;
  @CodeColumn(10, { nullable: true }) screening!: string | null;
  @JsonColumn() content!: unknown;
  /** Contact, exclusions, origin: never read for a public list. */
  @JsonColumn({ name: 'private_content' }) privateContent!: unknown;
  @InstantColumn({ name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  /** Set only while an enquiry period runs. */
  @InstantColumn({ name: 'opens_at', nullable: true }) opensAt!: Date | null;
  @InstantColumn({ name: 'responses_due_at', nullable: true }) responsesDueAt!: Date | null;
  @InstantColumn({ name: 'published_at', nullable: true }) publishedAt!: Date | null;
  @InstantColumn({ name: 'created_at' }) createdAt!: Date;
  @InstantColumn({ name: 'updated_at' }) updatedAt!: Date;
  @FlagColumn() demo!: boolean;
}
