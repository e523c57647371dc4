import type { Context } from '@duijie/service-kit';
import { readersOf } from '../on-behalf/broker-of';
import type { ResponseRepository } from './persistence/response.repository';

/**
 * Whether the caller reads for an organisation that competes for a lot, or ever did, for itself or on behalf of somebody
 * else: it learns nothing of its rivals there, whatever its office lets it see elsewhere.
 */
export const isRival = async (
  responses: Pick<ResponseRepository, 'competed'>,
  ctx: Context,
  lotId: string,
): Promise<boolean> => (await responses.competed(ctx, [lotId], readersOf(ctx))).has(lotId);
