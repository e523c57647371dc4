import { join } from 'node:path';
import { z } from 'zod';

/** Environment of the needs service. */
export const needsConfig = z.object({
  /** Folder of the data that the product ships, with `policies/` in it. */
  DUIJIE_DATA_DIR: z.string().default(join(__dirname, '../../../data')),
  /** Address of this installation as people type it, for QR codes and links, e.g. `https://duijie.example.cn`. */
  DUIJIE_ORIGIN: z
    .url()
    .transform((url) => new URL(url).origin)
    .optional(),
  /** How often needs are looked for whose enquiry period has ended. */
  DUIJIE_NEEDS_OPEN_EVERY_MS: z.coerce.number().int().min(50).max(600_000).default(5000),
});
