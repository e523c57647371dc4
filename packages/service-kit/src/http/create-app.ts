import express, { type Express, type RequestHandler, type Response } from 'express';
import helmet from 'helmet';
import { randomUUID } from 'node:crypto';
import { newTraceparent } from '../context';
import { Refusal } from '../errors';
import type { Logger } from '../log/logger';
import type { Metrics } from '../metrics';
import type { BoundRoute } from './bind';
import { jsonBody } from './json-body';
import { problemHandler } from './problem-handler';
import { serveRoute, type RouteDeps } from './serve-route';

const slowMs = 1000;
const isStream = (res: Response): boolean =>
  String(res.getHeader('content-type') ?? '').startsWith('text/event-stream');
/** Streams last; their durations would hide those of all else. They are counted by a gauge. */
const untimed: RequestHandler = (_req, _res, next) => next();

/** Every request has an id and a trace from here on: what came with it where it is well formed, else new ones. */
const identify: RequestHandler = (req, res, next) => {
  const given = req.get('x-request-id');
  res.set('x-request-id', given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : randomUUID());
  const { traceparent } = req.headers;
  if (typeof traceparent !== 'string' || !/^00-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/.test(traceparent))
    req.headers['traceparent'] = newTraceparent();
  next();
};
/** A line for every request that failed or took long; for all of them at debug. */
function logRequests(log: Logger): RequestHandler {
  return (req, res, next) => {
    const begun = performance.now();
    const { method } = req;
    const path = req.originalUrl.split('?')[0];
    // Also when the caller has gone away.
    res.on('close', () => {
      const { statusCode: status } = res;
      const ms = Math.round((performance.now() - begun) * 1000) / 1000;
      const level = status >= 500 || (ms > slowMs && !isStream(res)) ? 'info' : 'debug';
      log[level](
        {
          requestId: res.getHeader('x-request-id'),
          traceparent: req.get('traceparent'),
          method,
          path,
          status,
          ms,
          ...(res.writableFinished ? {} : { brokenOff: true }),
        },
        'request',
      );
    });
    next();
  };
}

/** A router table of one module: where its routes go, and with what. */
export interface Mounted {
  readonly routes: readonly BoundRoute[];
  readonly deps: RouteDeps;
}

/**
 * The Express application of a host.
 * @param front handlers before everything else (the gateway's); they see the raw request
 * @param health handlers of /livez, /readyz, /metrics
 */
export function createApp(parts: {
  front: readonly RequestHandler[];
  health: RequestHandler;
  mounted: readonly Mounted[];
  log: Logger;
  metrics: Metrics;
  trustProxy: boolean;
}): Express {
  const app = express();
  app
    .disable('x-powered-by')
    .disable('etag')
    .set('query parser', 'simple')
    .set('trust proxy', parts.trustProxy ? 1 : false);
  app.use(identify, logRequests(parts.log));
  app.use(parts.health);
  app.use(helmet({ strictTransportSecurity: parts.trustProxy, contentSecurityPolicy: false }));
  for (const handler of parts.front) app.use(handler);
  app.use('/api/v1', ...jsonBody());
  for (const { routes, deps } of parts.mounted)
    for (const route of routes) {
      const method = route.contract.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
      const timed = route.contract.transfer === 'stream' ? untimed : parts.metrics.timed(route.contract.id);
      app[method](`/api/v1${route.contract.path}`, timed, serveRoute(route, deps));
    }
  app.use(() => {
    throw new Refusal('not-found', { detail: { zh: '没有这个地址', en: 'There is no such address' } });
  });
  app.use(problemHandler(parts.log));
  return app;
}
