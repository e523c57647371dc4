import { moveClock as move } from '@duijie/service-kit';
import { Redis } from 'ioredis';

/** Moves the clock of every host of the environment's namespace, and waits until each has. @param byMs forwards in ms */
export async function moveClock(environment: Readonly<Record<string, string>>, byMs: number): Promise<void> {
  const redis = new Redis(environment['DUIJIE_REDIS_URL'] ?? '', { maxRetriesPerRequest: 1 });
  try {
    await move(redis, `{${environment['DUIJIE_NAMESPACE']}}`, byMs);
  } finally {
    redis.disconnect();
  }
}
