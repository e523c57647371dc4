import { z } from 'zod';
import { instant } from '../primitives';
import { objectionStateBody } from '../state/agreement';

/**
 * An objection (异议). While it is not formal nobody but the objector sees who asked, and the poster sees it once a
 * broker has passed it on.
 */
export const objectionView = objectionStateBody.extend({
  text: z.string(),
  /** When a broker passed the question on; null before, and of one that was formal from the first. */
  passedAt: instant.nullable(),
  /** As passed on, when the broker reworded it so that it does not tell who asks. */
  passedText: z.string().nullable(),
  answer: z.string().nullable(),
  answeredAt: instant.nullable(),
  formalAt: instant.nullable(),
  decision: z.string().nullable(),
  decidedAt: instant.nullable(),
  /** Whether the answer's term was reckoned without the holidays of its year. */
  calendarKnown: z.boolean(),
  raisedAt: instant,
  yours: z.boolean(),
});
export type ObjectionView = z.infer<typeof objectionView>;
