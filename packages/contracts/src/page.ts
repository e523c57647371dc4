import { z } from 'zod';
import { queryInt } from './primitives';

/** Query of every list: at most 100 items, then on from `cursor`. */
export const pageQuery = z.strictObject({
  limit: queryInt(1, 100).default(20),
  cursor: z.string().max(400).optional(),
});
export type PageQuery = z.infer<typeof pageQuery>;

/** A page of a list: items in the order of the list, and the cursor of the next page or null. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}
