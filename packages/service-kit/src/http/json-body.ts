import { json, type RequestHandler } from 'express';
import { Refusal } from '../errors';

const maxDepth = 10;

function depthOf(value: unknown, limit: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (limit === 0) return 1;
  return 1 + Object.values(value).reduce<number>((deepest, v) => Math.max(deepest, depthOf(v, limit - 1)), 0);
}

const notTooDeep: RequestHandler = (req, _res, next) => {
  if (depthOf(req.body, maxDepth) > maxDepth)
    throw new Refusal('unreadable', {
      detail: { zh: 'JSON 嵌套超过 10 层', en: 'JSON is nested more than 10 levels deep' },
    });
  next();
};

/** Reads a JSON body of at most 256 kB and 10 levels. @throws Refusal 400 when it is no JSON or too deep, 413 when too large */
export const jsonBody = (): readonly RequestHandler[] => [json({ limit: '256kb', strict: true }), notTooDeep];
