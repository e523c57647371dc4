import { z } from 'zod';

/** Environment of the desk. */
export const deskConfig = z.object({
  /** The host's secret; contact persons of cases are sealed with a key derived from it. */
  DUIJIE_SECRET: z.string().min(32).optional(),
  /** How often rows that became due are looked for, in ms. */
  DUIJIE_DESK_SWEEP_MS: z.coerce.number().int().min(50).default(5000),
});
export type DeskConfig = z.output<typeof deskConfig>;
