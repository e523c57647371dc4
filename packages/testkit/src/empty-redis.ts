import { Redis } from 'ioredis';

type Environment = Readonly<Record<string, string>>;

/** Deletes every key of the namespace at one moment, as if Redis had come back empty. Others' keys stay. @returns how many */
export async function emptyRedis(environment: Environment): Promise<number> {
  const redis = new Redis(environment['DUIJIE_REDIS_URL'] ?? '', { maxRetriesPerRequest: 1 });
  try {
    return Number(
      await redis.eval(
        `local keys = redis.call('KEYS', ARGV[1]) for _, key in ipairs(keys) do redis.call('DEL', key) end return #keys`,
        0,
        `{${environment['DUIJIE_NAMESPACE']}}*`,
      ),
    );
  } finally {
    redis.disconnect();
  }
}
