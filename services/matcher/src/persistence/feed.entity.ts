import { BigColumn, CodeColumn, PrimaryCode } from '@duijie/service-kit';
import { Entity } from 'typeorm';

/**
 * Ends of the feeds that threads pull: `needs`, `packages`, and `day` and `weights` under which lists are made; `words`:
 * where in the feed of packages their words were counted last, with the number of changes since. Whoever
 * writes into a feed locks its row until commit, so that positions become visible in their order.
 */
@Entity('feed')
export class FeedEntity {
  @PrimaryCode(20) name!: string;
  @BigColumn() position!: number;
  /** The last position that bears on every list, not on those of one package alone. */
  @BigColumn({ name: 'settle_position' }) settlePosition!: number;
  @CodeColumn(40) label!: string;
}
