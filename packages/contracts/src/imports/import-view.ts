import { z } from 'zod';
import { id, instant, version } from '../primitives';

/**
 * `queued` taken and safe, `running`, `done` every row has an outcome, `failed` given up (see `failure`);
 * `undoing` and `undone` after it was taken back.
 */
export const importStates = ['queued', 'running', 'done', 'failed', 'undoing', 'undone'] as const;
export const importState = z.enum(importStates);
export type ImportState = z.infer<typeof importState>;

/** `undone` taken back, `kept` not taken back, because it had been changed since. */
export const importOutcomes = ['pending', 'created', 'updated', 'unchanged', 'refused', 'undone', 'kept'] as const;
export const importOutcome = z.enum(importOutcomes);
export type ImportOutcome = z.infer<typeof importOutcome>;

/** Rows by outcome; they sum to the number of rows. */
export const importCounts = z.strictObject({
  pending: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  undone: z.int(),
  kept: z.int(),
});

/** One import. Its version grows with every step. */
export const importView = z.strictObject({
  id,
  version,
  kind: z.string(),
  /** Rows are known again by source and their own id. */
  source: z.string(),
  fileName: z.string(),
  /** Only tried: nothing was written. */
  dryRun: z.boolean(),
  state: importState,
  rows: z.int(),
  counts: importCounts,
  /** Headings of the file that are no column; their cells were ignored. */
  unknownHeadings: z.array(z.string()),
  /** Why it was given up, in the language asked for. */
  failure: z.string().nullable(),
  startedBy: z.string(),
  createdAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
});
export type ImportView = z.infer<typeof importView>;

/** What became of one row. */
export const importRowView = z.strictObject({
  /** Line of the file, the heading of a sheet being line 1. */
  line: z.int(),
  externalId: z.string().nullable(),
  outcome: importOutcome,
  /** What the row became, or null. */
  aggregateId: id.nullable(),
  faults: z.array(
    z.strictObject({
      /** JSON pointer into the row; `` is the row as a whole. */
      pointer: z.string(),
      /** Heading of the column in the file, where it came from a sheet. */
      heading: z.string().nullable(),
      detail: z.strictObject({ zh: z.string(), en: z.string() }),
    }),
  ),
});
export type ImportRowView = z.infer<typeof importRowView>;
