import { z } from 'zod';
import { instant } from '../primitives';
import { searchKind } from './search';

export const rebuildInput = z.strictObject({ reason: z.string().trim().min(2).max(500) });

/** How the indexes stand against the table of documents. */
export const searchStatus = z.strictObject({
  /** The engine answers. */
  engineAvailable: z.boolean(),
  engineVersion: z.string().nullable(),
  /** Version of the settings that this build wants. */
  settingsVersion: z.int(),
  /** Documents whose last change is not yet in the engine. */
  pending: z.int(),
  indexes: z.array(
    z.strictObject({
      kind: searchKind,
      /** Name in the engine. */
      index: z.string(),
      /** Visible documents of the table. */
      documents: z.int(),
      /** Documents in the engine; null when it is away or the index is missing. */
      indexed: z.int().nullable(),
      /** Asked for and not yet done. */
      rebuildRequestedAt: instant.nullable(),
      rebuiltAt: instant.nullable(),
      settingsVersion: z.int().nullable(),
    }),
  ),
});
export type SearchStatus = z.infer<typeof searchStatus>;
