import { z } from 'zod';

/** Where the search engine answers, and with which key. */
export const discoveryConfig = z.object({
  DUIJIE_MEILI_URL: z.url({ protocol: /^https?$/ }),
  DUIJIE_MEILI_KEY: z.string().min(1),
});
export type DiscoveryConfig = z.infer<typeof discoveryConfig>;
