import { z } from 'zod';

/** Environment of the matcher. */
export const matcherConfig = z.object({
  /** Worker threads that rank, each with an index of its own. */
  DUIJIE_MATCHER_THREADS: z.coerce.number().int().min(1).max(8).default(1),
  /** How often the database is asked for what is overdue or was made over an older index. */
  DUIJIE_MATCHER_SWEEP_MS: z.coerce.number().int().min(100).max(60_000).default(2000),
  /** How often it is looked whether the exposure of the day can be entered. */
  DUIJIE_MATCHER_EXPOSURE_MS: z.coerce.number().int().min(100).max(3_600_000).default(60_000),
});
export type MatcherConfig = z.output<typeof matcherConfig>;
