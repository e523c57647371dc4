import { join } from 'node:path';
import { z } from 'zod';

/** Environment of offers. */
export const offersConfig = z.object({
  /** Folder with `taxonomy.json` and `places/chengdu.json`, read at start. */
  DUIJIE_DATA_DIR: z.string().default(join(__dirname, '../../../data')),
});
