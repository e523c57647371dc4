import { createClient, type Client } from '@duijie/api-client';
import { getTaxonomy } from '@duijie/contracts';
import type { Label } from '@duijie/domain-kit';
import { actorHeader, type ActorTokens, type HostFacts, type LeafWordsFor } from '@duijie/service-kit';

const freshMs = 60_000;

/**
 * Names of the taxonomy's leaves, asked of offers at most once a minute. While offers is away those known before are
 * used, and codes where none are: a paper with a code in it is better than none.
 */
export function leafWordsOf(host: HostFacts, tokens: ActorTokens): LeafWordsFor {
  let client: Client | undefined;
  let words: ReadonlyMap<string, Label> = new Map();
  let askedAtMs = -Infinity;
  return async () => {
    if (performance.now() - askedAtMs > freshMs) {
      askedAtMs = performance.now();
      try {
        // Made at the first call, since the port of this host is known only then.
        client ??= createClient({
          baseUrl: host.urlOf('offers'),
          timeoutMs: 3000,
          headers: () => ({ [actorHeader]: tokens.sign({ type: 'service', service: 'deals' }) }),
        });
        const { groups } = await client.call(getTaxonomy, {});
        words = new Map(groups.flatMap(({ leaves }) => leaves.map(({ code, zh, en }) => [code, { zh, en }] as const)));
      } catch {
        // Asked again soon.
        askedAtMs = performance.now() - freshMs + 5000;
      }
    }
    const known = words;
    return (code) => known.get(code);
  };
}
