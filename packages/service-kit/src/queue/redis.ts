import { Redis } from 'ioredis';
import type { Logger } from '../log/logger';

/** Opens Redis for queues: it never gives up, and says once when it is away and once when it is back. */
export function openRedis(url: string, log: Logger): Redis {
  const redis = new Redis(url, {
    maxRetriesPerRequest: null,
    enableReadyCheck: true,
    retryStrategy: (times) => Math.min(100 * times, 1000),
  });
  let away = false;
  redis.on('error', (error) => {
    if (!away) log.warn({ err: error }, 'Redis is away; work waits in the database');
    away = true;
  });
  redis.on('ready', () => {
    if (away) log.info('Redis is back');
    away = false;
  });
  return redis;
}

/** Queues must not lose what they hold. @throws Error when AOF is off or keys may be evicted */
export async function assertDurable(redis: Redis): Promise<void> {
  const [, policy] = (await redis.config('GET', 'maxmemory-policy')) as string[];
  const [, aof] = (await redis.config('GET', 'appendonly')) as string[];
  if (policy !== 'noeviction' || aof !== 'yes')
    throw new Error(
      `Redis must run with --appendonly yes --maxmemory-policy noeviction (it has appendonly ${aof}, maxmemory-policy ${policy})`,
    );
}
