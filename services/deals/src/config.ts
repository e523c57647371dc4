import { z } from 'zod';

/** Environment of the deals service. */
export const dealsConfig = z.object({
  /** How often terms that have run out are looked for: deadlines, notice periods. */
  DUIJIE_DEALS_TERMS_EVERY_MS: z.coerce.number().int().min(50).max(600_000).default(1000),
});
