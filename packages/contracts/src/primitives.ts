import { z } from 'zod';

/** UUID of any version; Duijie makes version 7. */
export const id = z.uuid();
/** Version of an aggregate, counted from 1; it is the ETag and the `sequence` of its events. */
export const version = z.int().min(1);
/** ISO 8601 instant in UTC, e.g. `2026-12-01T10:00:00.000Z`. */
export const instant = z.iso.datetime();
/** Calendar day in Asia/Shanghai, e.g. `2026-12-01`. */
export const day = z.iso.date();
/** Amount in fen (1/100 yuan), never negative. */
export const fen = z.int().min(0).max(1_000_000_000_000);
/** Code of a leaf of the service taxonomy, e.g. `property.custody`. */
export const leafCode = z
  .string()
  .regex(/^[a-z]+\.[a-z0-9-]+$/)
  .max(60);
/** One line of text that is not blank. @param max length in UTF-16 units */
export const line = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .regex(/^[^\p{Cc}]*$/u);
/** Text of several lines, without control characters other than line breaks and tabs. */
export const text = (max: number, min = 0) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .regex(/^[^\p{Cc}]*(?:[\n\r\t][^\p{Cc}]*)*$/u);
/** WGS-84 degrees. */
export const longitude = z.number().min(-180).max(180);
export const latitude = z.number().min(-90).max(90);
/** Query values arrive as text: `?limit=20`. */
export const queryInt = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
/** A repeated or comma-separated query value as an array. */
export const queryList = <T extends z.ZodType>(item: T) =>
  z.preprocess((v) => (typeof v === 'string' ? v.split(',').filter((s) => s !== '') : v), z.array(item).max(50));
export const queryFlag = z.enum(['true', 'false']).transform((v) => v === 'true');
