import { join } from 'node:path';
import { z } from 'zod';

/** Environment of discovery. */
export const discoveryConfig = z.object({
  /** Where the search engine answers, and with which key. */
  DUIJIE_MEILI_URL: z.url({ protocol: /^https?$/ }),
  DUIJIE_MEILI_KEY: z.string().min(1),
  /** Folder with `places/chengdu.json`. */
  DUIJIE_DATA_DIR: z.string().default(join(__dirname, '../../../data')),
});
export type DiscoveryConfig = z.infer<typeof discoveryConfig>;
