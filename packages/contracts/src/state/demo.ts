import { z } from 'zod';
import { id, instant } from '../primitives';

/**
 * The demonstration is emptied: what belongs to these organisations, and these compounds, goes from every service, also
 * what is told of them later. One event a hundred of them, repeated without harm.
 */
export const demoEmptiedBody = z.strictObject({
  /** Of organisations and compounds. */
  ids: z.array(id).max(100),
  at: instant,
});
export type DemoEmptied = z.infer<typeof demoEmptiedBody>;
