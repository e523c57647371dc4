import type { NeedBody, NeedState } from '@duijie/contracts';
import {
  BigColumn,
  CodeColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  PrimaryId,
} from '@duijie/service-kit';
import type { ToldList } from '../told-list';
import { Entity, Index } from 'typeorm';

/** A need as its last event told it, and how far its list is. */
@Entity('need_copy')
@Index('ix_need_copy_due', ['dueSince', 'id'])
@Index('ix_need_copy_change', ['changeNo', 'id'])
@Index('ix_need_copy_epoch', ['open', 'matchedEpoch', 'id'])
@Index('ix_need_copy_dismissing', ['dismissing', 'id'])
@Index('ix_need_copy_backlog', ['changedBy', 'dueSince'])
@Index('ix_need_copy_organisation', ['organisationId'])
export class NeedCopyEntity {
  @PrimaryId() id!: string;
  @BigColumn() sequence!: number;
  @CodeColumn(20) state!: NeedState;
  /** Its list is kept up. */
  @FlagColumn() open!: boolean;
  @IdColumn({ name: 'organisation_id' }) organisationId!: string;
  /** Something was dismissed from its list: what takes its place may come from further down than is kept. */
  @FlagColumn() dismissing!: boolean;
  /** Whose change it was: the backlog of one importer must not hold up the others. */
  @CodeColumn(60, { name: 'changed_by' }) changedBy!: string;
  @JsonColumn() body!: NeedBody;
  /** Position in the feed of needs. */
  @BigColumn({ name: 'change_no' }) changeNo!: number;
  @BigColumn({ name: 'matched_sequence' }) matchedSequence!: number;
  @BigColumn({ name: 'matched_change_no' }) matchedChangeNo!: number;
  /** Position in the feed of packages over which the list was made. */
  @BigColumn({ name: 'matched_epoch' }) matchedEpoch!: number;
  @InstantColumn({ name: 'matched_at', nullable: true }) matchedAt!: Date | null;
  /** Sequence of `need.matched.v1`. */
  @IntColumn({ name: 'list_version' }) listVersion!: number;
  /** What was told of its list last; null before, and while it takes no responses. */
  @JsonColumn({ nullable: true }) told!: ToldList | null;
  /** Waits to be matched since; null when its list is its own state's. */
  @InstantColumn({ name: 'due_since', nullable: true }) dueSince!: Date | null;
}
