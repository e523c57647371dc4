import { z } from 'zod';

/** Environment of identity. */
export const identityConfig = z.object({
  /** Folder of the product's data; the repository's unless set. */
  DUIJIE_DATA_DIR: z.string().optional(),
  /** The host's secret; contacts and second factors are sealed with a key derived from it. */
  DUIJIE_SECRET: z.string().min(32).optional(),
});
export type IdentityConfig = z.output<typeof identityConfig>;
