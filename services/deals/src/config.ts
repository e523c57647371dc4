import { z } from 'zod';

/** Environment of the deals service. */
export const dealsConfig = z.object({
  /** How often terms that have run out are looked for: deadlines, notice periods. */
  DUIJIE_DEALS_TERMS_EVERY_MS: z.coerce.number().int().min(50).max(600_000).default(1000),
  /** How often providers' records are looked for whose ratings are to be weighed again: each is once a week. */
  DUIJIE_DEALS_RECORDS_EVERY_MS: z.coerce.number().int().min(50).max(86_400_000).default(3_600_000),
});
