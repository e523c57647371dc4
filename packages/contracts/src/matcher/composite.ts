import { z } from 'zod';
import { day, leafCode } from '../primitives';
import { matchContribution, matchedPackage, matchFlag, matchWords } from './match';

const score = z.int().min(0).max(10_000);
const scoreShown = z.number().min(0).max(100);

/** One package of a set, and what it would do of the need. */
export const compositeMember = z.strictObject({
  package: matchedPackage,
  /** Components of the need that it brings, in the need's order. */
  components: z.array(leafCode).min(1),
  /** Its own score for the need. */
  score,
  scoreShown,
  flags: z.array(matchFlag),
});

/** One to four packages that answer a need together. */
export const needComposite = z.strictObject({
  members: z.array(compositeMember).min(1).max(4),
  /** Components that nobody in it brings. */
  missing: z.array(leafCode),
  /** Sum of the least prices that can be told, in fen; null when none can. */
  costFen: z.int().min(0).nullable(),
  /** All members are of one provider or provider group. */
  oneGroup: z.boolean(),
  score,
  scoreShown,
  /** Sum exactly to the score. */
  contributions: z.array(matchContribution),
  reasons: z.array(matchWords),
});
export type NeedComposite = z.infer<typeof needComposite>;

/** The best sets for a need that asks for several services, best first; none for a need that asks for one. */
export const needComposites = z.strictObject({
  /** Services that the need asks for, given or proposed. */
  components: z.array(leafCode),
  sets: z.array(needComposite).max(5),
  /** False when there were too many sets to look at all of them: then better ones may exist. */
  proven: z.boolean(),
  asOfDay: day,
});
export type NeedComposites = z.infer<typeof needComposites>;
