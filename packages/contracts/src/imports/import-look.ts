import { z } from 'zod';

/** Which column of a file is which: number of the column from 0 → path of the field, e.g. `{"3":"community.district"}`. */
export const columnChoice = z
  .string()
  .max(9_000)
  .transform((text, ctx): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      ctx.addIssue({ code: 'custom', message: 'JSON', input: text });
      return z.NEVER;
    }
  })
  .pipe(
    z.strictObject({
      /** Line of the headings, from 1. */
      line: z.int().min(1).max(100_000),
      columns: z.record(z.string().regex(/^\d{1,3}$/), z.string().max(100)),
    }),
  );
export type ColumnChoice = z.output<typeof columnChoice>;

const words = z.strictObject({ zh: z.string(), en: z.string() });

/** A file as it would be understood, before anything of it is stored. */
export const importLook = z.strictObject({
  /** Line of the headings; 0 where the file has none, as JSONL. */
  line: z.int(),
  /** Rows below the headings. */
  rows: z.int(),
  columns: z.array(
    z.strictObject({
      /** From 0, as the choice names it. */
      at: z.int(),
      heading: z.string(),
      path: z.string().nullable(),
      match: z.enum(['known', 'guessed', 'chosen', 'none']),
      /** The first values below the heading. */
      values: z.array(z.string()),
    }),
  ),
  /** What a column may be. */
  fields: z.array(z.strictObject({ path: z.string(), label: words, required: z.boolean() })),
  /** The first rows as they are understood. */
  preview: z.array(
    z.strictObject({
      line: z.int(),
      /** Path → value in words. */
      values: z.record(z.string(), z.string()),
      faults: z.array(z.strictObject({ pointer: z.string(), heading: z.string().nullable(), detail: words })),
    }),
  ),
});
export type ImportLook = z.infer<typeof importLook>;
