import { z } from 'zod';
import { actor } from './actor';
import { id, instant } from './primitives';
import type { ServiceName } from './route';

/** Around every event: who did it, to what, and the aggregate's version as `sequence`. */
export const eventEnvelope = z.strictObject({
  id,
  type: z.string(),
  occurredAt: instant,
  actor,
  aggregate: z.strictObject({ type: z.string(), id: z.string() }),
  sequence: z.int().min(1),
  traceparent: z.string(),
  data: z.unknown(),
});
export type EventEnvelope<D = unknown> = Omit<z.infer<typeof eventEnvelope>, 'data'> & { readonly data: D };

/** What the catalogue says of one event type. */
export interface EventContract<D extends z.ZodType = z.ZodType> {
  readonly publisher: ServiceName;
  readonly subscribers: readonly ServiceName[];
  readonly data: D;
}
