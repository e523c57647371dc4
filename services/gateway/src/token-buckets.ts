/** Buckets of tokens, one a key; each fills again steadily. */
export interface TokenBuckets {
  /** Takes one token. @returns 0, or the seconds until there is one again */
  take(key: string): number;
  /** Whether a token is there, without taking it. @returns as `take` */
  look(key: string): number;
}

/**
 * @param perMinute size of a bucket, and what flows in within a minute
 * @param nowMs a clock that never goes back
 * @param maxKeys buckets that are remembered; of more, the one unused for longest counts as full again
 */
export function createTokenBuckets(perMinute: number, nowMs: () => number, maxKeys = 20_000): TokenBuckets {
  const buckets = new Map<string, { tokens: number; atMs: number }>();
  const perMs = perMinute / 60_000;
  const levelOf = (key: string, now: number): number => {
    const bucket = buckets.get(key);
    return bucket ? Math.min(perMinute, bucket.tokens + (now - bucket.atMs) * perMs) : perMinute;
  };
  const waitOf = (tokens: number): number => (tokens >= 1 ? 0 : (1 - tokens) / perMs / 1000);
  return {
    look: (key) => waitOf(levelOf(key, nowMs())),
    take(key) {
      const now = nowMs();
      const tokens = levelOf(key, now);
      const wait = waitOf(tokens);
      buckets.delete(key);
      buckets.set(key, { tokens: wait === 0 ? tokens - 1 : tokens, atMs: now });
      if (buckets.size > maxKeys)
        for (const oldest of buckets.keys()) {
          buckets.delete(oldest);
          break;
        }
      return wait;
    },
  };
}
