import { Entity, Index } from 'typeorm';
import { BigColumn, InstantColumn, PrimaryCode, PrimaryId } from '../persistence/columns';

/** An invented organisation or compound that the emptying of the demonstration took away: nothing of it comes back. */
@Entity('emptied')
@Index('ix_emptied_settled', ['settledAt'])
export class EmptiedEntity {
  @PrimaryId() id!: string;
  @InstantColumn() at!: Date;
  /** When a whole round found nothing of it any more. */
  @InstantColumn({ name: 'settled_at', nullable: true }) settledAt!: Date | null;
}

/** How many rows of a table the emptying removed. */
@Entity('emptied_count')
export class EmptiedCountEntity {
  @PrimaryCode(64, 'table_name') tableName!: string;
  @BigColumn() removed!: number;
}
