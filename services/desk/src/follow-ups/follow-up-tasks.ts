import type { TransactionContext } from '@duijie/service-kit';
import type { FollowUpEntity } from './persistence/follow-up.entity';

/** Told of every follow-up that was opened, changed, moved or ended, in its transaction: the queue shows it by that. */
export type FollowUpListener = (ctx: TransactionContext, followUp: FollowUpEntity) => Promise<void>;
