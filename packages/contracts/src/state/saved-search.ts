import { z } from 'zod';
import { id } from '../primitives';

/** What was found for somebody who saved a search and wants to be told. */
export const searchFoundBody = z.strictObject({
  savedSearchId: id,
  /** Whose search it is: told alone, as what that person did for this organisation. */
  personId: id,
  organisationId: id,
  name: z.string(),
  alert: z.enum(['at_once', 'daily']),
  /** How many fit that came since the last telling. */
  count: z.int().min(1),
  /** The newest of them, ten at most. */
  items: z
    .array(
      z.strictObject({
        kind: z.enum(['need', 'package', 'provider']),
        id,
        title: z.string(),
        /** District, subdistrict, or null where it is not known. */
        where: z.string().nullable(),
      }),
    )
    .min(1)
    .max(10),
});
export type SearchFoundBody = z.infer<typeof searchFoundBody>;
