import { z } from 'zod';
import { leafCode, version } from '../primitives';

const learntPhrase = z.strictObject({ phrase: z.string(), code: leafCode });

/** All that corrections have taught and that the understanding goes by now, as `understanding.changed.v1` carries it. */
export const understandingState = z.strictObject({
  version,
  /** Phrases that mean a service. */
  means: z.array(learntPhrase),
  /** Phrases that do not, though they seemed to. */
  not: z.array(learntPhrase),
});
export type UnderstandingState = z.infer<typeof understandingState>;
