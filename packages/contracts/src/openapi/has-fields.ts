import { z } from 'zod';

/** Whether a part of a contract takes anything: false for the empty object that stands for nothing. */
export const hasFields = (schema: z.ZodType): boolean =>
  !(schema instanceof z.ZodUndefined) && !(schema instanceof z.ZodObject && Object.keys(schema.shape).length === 0);
