import { z } from 'zod';
import { queryInt } from '../primitives';
import { searchItem, searchKind } from './search';

export const searchOpenedInput = z.strictObject({
  /** The words that were searched for. */
  q: z.string().trim().min(1).max(200),
  kind: searchKind,
  /** Place in the list, 1 for the first. */
  position: z.int().min(1).max(1000),
});

export const searchQuestionsQuery = z.strictObject({
  days: queryInt(1, 90).default(30),
  /** `nothing`: most often without a result; `unopened`: most often with results of which none was opened. */
  order: z.enum(['asked', 'nothing', 'unopened']).default('nothing'),
  limit: queryInt(1, 100).default(50),
});
export type SearchQuestionsQuery = z.infer<typeof searchQuestionsQuery>;

/** Words that were searched for, counted; nobody's name stands with them, and what was asked less than three times is not told. */
export const searchQuestions = z.strictObject({
  items: z.array(
    z.strictObject({
      q: z.string(),
      asked: z.int().min(1),
      /** How often nothing was found. */
      nothing: z.int().min(0),
      /** How often a result was opened. */
      opened: z.int().min(0),
      /** Mean place in the list of what was opened; null when nothing was. */
      position: z.number().min(1).nullable(),
    }),
  ),
});
export type SearchQuestions = z.infer<typeof searchQuestions>;

export const similarQuery = z.strictObject({ kind: searchKind, id: z.uuid(), limit: queryInt(1, 20).default(6) });
export type SimilarQuery = z.infer<typeof similarQuery>;

/** What is much like a document, most alike first. */
export const similarAnswer = z.strictObject({ items: z.array(searchItem) });
export type SimilarAnswer = z.infer<typeof similarAnswer>;
