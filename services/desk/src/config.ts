import { z } from 'zod';

/** Environment of the desk. */
export const deskConfig = z.object({
  /** How often rows that became due are looked for, in ms. */
  DUIJIE_DESK_SWEEP_MS: z.coerce.number().int().min(50).default(5000),
});
export type DeskConfig = z.output<typeof deskConfig>;
