import { IntColumn, PrimaryId } from '@duijie/service-kit';
import { Entity } from 'typeorm';

/** How often the staff of an association was published; its row is the lock under which that is done. */
@Entity('staff_state')
export class StaffStateEntity {
  @PrimaryId('organisation_id') organisationId!: string;
  @IntColumn() version!: number;
}
