import { IntColumn } from '@duijie/service-kit';
import { Entity, PrimaryColumn } from 'typeorm';

/** What was searched for on a day, without who. */
@Entity('search_question')
export class SearchQuestionEntity {
  @PrimaryColumn({ type: 'char', length: 10, charset: 'ascii', collation: 'ascii_bin' }) day!: string;
  @PrimaryColumn({ type: 'varchar', length: 40, charset: 'utf8mb4', collation: 'utf8mb4_bin' }) q!: string;
  @IntColumn() asked!: number;
  @IntColumn() nothing!: number;
  @IntColumn() opened!: number;
  /** Sum of the places in the list of what was opened. */
  @IntColumn({ name: 'position_sum' }) positionSum!: number;
}
