import type { Redis } from 'ioredis';
import type { Logger } from '../log/logger';
import type { Signals } from './signals';

/**
 * Signals by Redis pub/sub. The connection that listens is opened with the first listener.
 * @param prefix of channels, the namespace's
 */
export function createRedisSignals(redis: Redis, prefix: string, log: Logger): Signals & { close(): void } {
  const listeners = new Map<string, Set<(message: string) => void>>();
  let listening: Redis | undefined;
  const channelOf = (topic: string): string => `${prefix}:signals:${topic}`;

  function connection(): Redis {
    if (listening) return listening;
    listening = redis.duplicate();
    // That Redis is away is told by the main connection; this one subscribes again by itself.
    listening.on('error', () => undefined);
    listening.on('message', (channel: string, message: string) => {
      for (const hear of listeners.get(channel) ?? []) hear(message);
    });
    return listening;
  }
  const failed = (error: unknown): void => log.debug({ err: error }, 'a signal was lost');
  return {
    send(topic, message) {
      // What waits for Redis in memory would come too late to be of use.
      if (redis.status === 'ready') redis.publish(channelOf(topic), message).catch(failed);
    },
    listen(topic, hear) {
      const channel = channelOf(topic);
      const known = listeners.get(channel);
      if (known) known.add(hear);
      else {
        listeners.set(channel, new Set([hear]));
        connection().subscribe(channel).catch(failed);
      }
      return () => {
        const left = listeners.get(channel);
        left?.delete(hear);
        if (left?.size !== 0) return;
        listeners.delete(channel);
        listening?.unsubscribe(channel).catch(failed);
      };
    },
    close: () => listening?.disconnect(),
  };
}
