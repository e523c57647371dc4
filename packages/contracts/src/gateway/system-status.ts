import { z } from 'zod';
import { instant } from '../primitives';
import { routesOf, serviceNames } from '../route';

const route = routesOf('gateway');

/** `ready` takes work, `not-ready` answers but a part of it is away, `away` does not answer. */
export const serviceReadiness = z.enum(['ready', 'not-ready', 'away']);
export const systemStatus = z.strictObject({
  version: z.string(),
  /** Invented organisations are shown; nothing here is real. */
  demo: z.boolean(),
  /** Present time of the system, which follows the database server. */
  now: instant,
  services: z.array(z.strictObject({ service: z.enum(serviceNames), state: serviceReadiness })),
});
export type SystemStatus = z.infer<typeof systemStatus>;

export const getSystemStatus = route('getSystemStatus', {
  method: 'GET',
  path: '/status',
  summary: { zh: '系统状态', en: 'Version, and which services answer' },
  response: systemStatus,
});
/** This very interface as an OpenAPI 3.1 document. */
export const getOpenApiDocument = route('getOpenApiDocument', {
  method: 'GET',
  path: '/openapi.json',
  summary: { zh: '接口文档', en: 'The OpenAPI document' },
  response: z.looseObject({ openapi: z.string(), paths: z.looseObject({}) }),
});
/** Demo only: shows what a term brings. Forwards only, since nothing that happened can be taken back. */
export const forwardClock = route('forwardClock', {
  method: 'POST',
  path: '/clock/forward',
  kind: 'call',
  summary: { zh: '演示：把时间往前拨', en: 'Demo: move the time of the whole system forward' },
  body: z.strictObject({
    minutes: z
      .int()
      .min(1)
      .max(366 * 24 * 60),
  }),
  response: z.strictObject({ now: instant }),
});
