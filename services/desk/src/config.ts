import { z } from 'zod';

/** Environment of the desk. */
export const deskConfig = z.object({
  /** The host's secret; contact persons of cases are sealed with a key derived from it. */
  DUIJIE_SECRET: z.string().min(32).optional(),
  /** How often rows that became due are looked for, in ms. */
  DUIJIE_DESK_SWEEP_MS: z.coerce.number().int().min(50).default(5000),
  /** How often open streams of notices look by themselves, should a signal be lost, in ms. */
  DUIJIE_NOTICE_POLL_MS: z.coerce.number().int().min(50).default(10_000),
  /** Address of the console as people type it, for texts that they copy into a chat, e.g. `https://duijie.example.cn`. */
  DUIJIE_ORIGIN: z
    .url()
    .transform((url) => new URL(url).origin)
    .optional(),
});
export type DeskConfig = z.output<typeof deskConfig>;
