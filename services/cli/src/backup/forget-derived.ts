import { Redis } from 'ioredis';

/** Removes a namespace's keys from Redis and its indexes from Meilisearch: both are filled again from the databases. */
export async function forgetDerived(
  parts: { DUIJIE_REDIS_URL: string; DUIJIE_MEILI_URL: string; DUIJIE_MEILI_KEY: string },
  namespace: string,
): Promise<void> {
  const redis = new Redis(parts.DUIJIE_REDIS_URL, { maxRetriesPerRequest: 3 });
  try {
    let cursor = '0';
    do {
      const [next, keys] = await redis.scan(cursor, 'MATCH', `{${namespace}}*`, 'COUNT', 1000);
      cursor = next;
      if (keys.length > 0) await redis.unlink(...keys);
    } while (cursor !== '0');
  } finally {
    redis.disconnect();
  }
  const headers = { Authorization: `Bearer ${parts.DUIJIE_MEILI_KEY}` };
  const listed = (await (await fetch(`${parts.DUIJIE_MEILI_URL}/indexes?limit=1000`, { headers })).json()) as {
    results: { uid: string }[];
  };
  for (const { uid } of listed.results.filter((index) => index.uid.startsWith(`${namespace}_`)))
    await fetch(`${parts.DUIJIE_MEILI_URL}/indexes/${uid}`, { method: 'DELETE', headers });
}
