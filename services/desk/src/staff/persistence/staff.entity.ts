import { BigColumn, CodeColumn, IdColumn, InstantColumn, IntColumn, PrimaryId, TextColumn } from '@duijie/service-kit';
import { Entity, Index, PrimaryColumn } from 'typeorm';

/** How new the staff of an association is that is held here; its row is the lock of changes. */
@Entity('desk_staff_state')
export class DeskStaffStateEntity {
  @PrimaryId('association_id') associationId!: string;
  @BigColumn() sequence!: number;
}

/** A broker or administrator of an association. */
@Entity('desk_staff')
export class DeskStaffEntity {
  @PrimaryId('association_id') associationId!: string;
  @PrimaryId('person_id') personId!: string;
  /** In the order of joining. */
  @IntColumn() position!: number;
  @TextColumn(60) name!: string;
  @CodeColumn(20) role!: 'broker' | 'administrator';
}

/** Between two moments a deputy takes an absent one's place. */
@Entity('desk_absence')
@Index('ix_desk_absence_deputy', ['deputyId', 'untilAt'])
export class DeskAbsenceEntity {
  @PrimaryId('association_id') associationId!: string;
  @PrimaryColumn({ type: 'int' }) position!: number;
  @IdColumn({ name: 'absent_id' }) absentId!: string;
  @IdColumn({ name: 'deputy_id' }) deputyId!: string;
  @InstantColumn({ name: 'from_at' }) fromAt!: Date;
  @InstantColumn({ name: 'until_at' }) untilAt!: Date;
}
