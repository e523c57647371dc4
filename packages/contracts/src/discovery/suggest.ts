import { z } from 'zod';
import { id, leafCode, line, queryInt } from '../primitives';
import { searchKind } from './search';

export const suggestQuery = z.strictObject({ q: line(60), limit: queryInt(1, 20).default(8) });

/** One line of a list under the search box. */
export const suggestion = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('leaf'), text: z.string(), code: leafCode }),
  z.strictObject({ type: z.literal('organisation'), text: z.string(), id }),
  z.strictObject({ type: z.literal('title'), text: z.string(), kind: searchKind, id }),
]);
export type Suggestion = z.infer<typeof suggestion>;

/** Leaves first, then organisations, then titles. */
export const suggestAnswer = z.strictObject({ items: z.array(suggestion), degraded: z.boolean() });
export type SuggestAnswer = z.infer<typeof suggestAnswer>;
