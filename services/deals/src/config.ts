import { join } from 'node:path';
import { z } from 'zod';

/** Environment of the deals service. */
export const dealsConfig = z.object({
  /** The host's secret; data keys of sealed responses are wrapped under a key derived from it. */
  DUIJIE_SECRET: z.string().min(32).optional(),
  /** Secrets that were replaced, newest first, with spaces between: what was sealed under them still opens. */
  DUIJIE_FORMER_SECRETS: z
    .string()
    .default('')
    .transform((v) => v.split(/\s+/).filter(Boolean)),
  /** Folder of the data that the product ships, with `holidays/` in it. */
  DUIJIE_DATA_DIR: z.string().default(join(__dirname, '../../../data')),
  /** Working days within which a formal objection is answered: seven by the Government Procurement Law, art. 53. */
  DUIJIE_DEALS_OBJECTION_WORKING_DAYS: z.coerce.number().int().min(1).max(60).default(7),
  /** How often terms that have run out are looked for: deadlines, notice periods. */
  DUIJIE_DEALS_TERMS_EVERY_MS: z.coerce.number().int().min(50).max(600_000).default(1000),
  /** How often providers' records are looked for whose ratings are to be weighed again: each is once a week. */
  DUIJIE_DEALS_RECORDS_EVERY_MS: z.coerce.number().int().min(50).max(86_400_000).default(3_600_000),
});
