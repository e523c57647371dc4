import { CodeColumn, IdColumn, InstantColumn, TextColumn } from '@duijie/service-kit';
import { Entity, PrimaryColumn } from 'typeorm';
import type { WeightsRelease } from '../weights-version';

/** What was put in force when, by whom, and by whose leave: published. */
@Entity('weights_release')
export class WeightsReleaseEntity {
  @PrimaryColumn({ type: 'int' }) no!: number;
  @CodeColumn(40) label!: string;
  @CodeColumn(10) kind!: WeightsRelease['kind'];
  @IdColumn({ name: 'by_person', nullable: true }) byPerson!: string | null;
  @IdColumn({ name: 'other_person', nullable: true }) otherPerson!: string | null;
  @InstantColumn() at!: Date;
  @TextColumn(300) reason!: string;
}
