import type { Redis } from 'ioredis';
import { randomUUID } from 'node:crypto';

const keyOf = (prefix: string): string => `${prefix}:clock-offset`;
const channelOf = (prefix: string): string => `${prefix}:clock-moved`;
const appliedKey = (prefix: string, move: string): string => `${prefix}:clock-applied:${move}`;
const patienceMs = 5000;

/**
 * Keeps a clock's offset the same as that of all other hosts of the namespace: as Redis holds it, and at once when
 * somebody moves it. Demo and test only.
 * @returns ends the watch
 */
export async function followClockOffset(deps: {
  readonly redis: Redis;
  readonly prefix: string;
  readonly set: (offsetMs: number) => void;
}): Promise<() => Promise<void>> {
  const { redis, prefix, set } = deps;
  const subscriber = redis.duplicate();
  subscriber.on('error', () => undefined);
  subscriber.on('message', (_channel, message: string) => {
    const { offsetMs, move } = JSON.parse(message) as { offsetMs: number; move: string };
    set(offsetMs);
    const key = appliedKey(prefix, move);
    redis
      .multi()
      .incr(key)
      .expire(key, 60)
      .exec()
      .catch(() => undefined);
  });
  await subscriber.subscribe(channelOf(prefix));
  set(Number((await redis.get(keyOf(prefix))) ?? 0));
  return async () => subscriber.disconnect();
}

/**
 * Moves the clock of every host of a namespace, and waits until each has done so.
 * @param byMs forwards; negative backwards @throws Error when a host does not follow within 5 s
 */
export async function moveClock(redis: Redis, prefix: string, byMs: number): Promise<void> {
  const offsetMs = await redis.incrby(keyOf(prefix), Math.trunc(byMs));
  const move = randomUUID();
  const hosts = await redis.publish(channelOf(prefix), JSON.stringify({ offsetMs, move }));
  const until = performance.now() + patienceMs;
  while (Number((await redis.get(appliedKey(prefix, move))) ?? 0) < hosts) {
    if (performance.now() > until) throw new Error('Not every host has moved its clock');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
