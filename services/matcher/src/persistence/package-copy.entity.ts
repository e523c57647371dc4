import type { PackageBody } from '@duijie/contracts';
import { BigColumn, CodeColumn, IdColumn, InstantColumn, JsonColumn, PrimaryId } from '@duijie/service-kit';
import { Entity, Index } from 'typeorm';

/** A package as its last event told it. */
@Entity('package_copy')
@Index('ix_package_copy_due', ['dueSince', 'id'])
@Index('ix_package_copy_change', ['changeNo', 'id'])
@Index('ix_package_copy_state', ['state', 'id'])
@Index('ix_package_copy_provider', ['providerId', 'state'])
export class PackageCopyEntity {
  @PrimaryId() id!: string;
  @BigColumn() sequence!: number;
  @CodeColumn(20) state!: PackageBody['state'];
  @IdColumn({ name: 'provider_id' }) providerId!: string;
  @JsonColumn() body!: PackageBody;
  /** Position in the feed of packages, 0 before it was ever published; a change of its provider moves it too. */
  @BigColumn({ name: 'change_no' }) changeNo!: number;
  /** Sequence of the last event that changed what is offered; a dismissal holds until it moves. */
  @BigColumn({ name: 'content_sequence' }) contentSequence!: number;
  /** How it was when words were counted last, if it has moved on in the feed since; null where it was not published then. */
  @JsonColumn({ name: 'counted_body', nullable: true }) countedBody!: PackageBody | null;
  @BigColumn({ name: 'matched_sequence' }) matchedSequence!: number;
  @InstantColumn({ name: 'due_since', nullable: true }) dueSince!: Date | null;
}
