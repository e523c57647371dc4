import { z } from 'zod';
import { leafCode, version } from '../primitives';

export const taxonomyLeaf = z.strictObject({
  code: leafCode,
  zh: z.string(),
  en: z.string(),
  synonyms: z.array(z.string()),
  /** One of the association's published core services (核心服务). */
  coreService: z.boolean(),
  retired: z.boolean(),
});
export const taxonomyGroup = z.strictObject({
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  leaves: z.array(taxonomyLeaf),
});
/** The whole service taxonomy, as `taxonomy.changed.v1` carries it. */
export const taxonomyState = z.strictObject({ version, groups: z.array(taxonomyGroup) });
export type TaxonomyState = z.infer<typeof taxonomyState>;
