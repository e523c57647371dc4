import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { randomUUID } from 'node:crypto';
import { Refusal } from '../errors';
import type { Logger } from '../log/logger';
import type { Metrics } from '../metrics';
import type { BoundRoute } from './bind';
import { jsonBody } from './json-body';
import { problemHandler } from './problem-handler';
import { serveRoute, type RouteDeps } from './serve-route';

const requestId: RequestHandler = (req, res, next) => {
  const given = req.get('x-request-id');
  res.set('x-request-id', given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : randomUUID());
  next();
};
function logRequests(log: Logger): RequestHandler {
  return (req, res, next) => {
    const begun = process.hrtime.bigint();
    const { method } = req;
    const path = req.originalUrl.split('?')[0];
    res.on('finish', () =>
      log.debug(
        {
          requestId: res.getHeader('x-request-id'),
          traceparent: req.get('traceparent'),
          method,
          path,
          status: res.statusCode,
          ms: Number(process.hrtime.bigint() - begun) / 1e6,
        },
        'request',
      ),
    );
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
  app.use(requestId, logRequests(parts.log));
  app.use(parts.health);
  app.use(helmet({ strictTransportSecurity: parts.trustProxy, contentSecurityPolicy: false }));
  for (const handler of parts.front) app.use(handler);
  app.use('/api/v1', ...jsonBody());
  for (const { routes, deps } of parts.mounted)
    for (const route of routes) {
      const method = route.contract.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
      app[method](`/api/v1${route.contract.path}`, parts.metrics.timed(route.contract.id), serveRoute(route, deps));
    }
  app.use(() => {
    throw new Refusal('not-found', { detail: { zh: '没有这个地址', en: 'There is no such address' } });
  });
  app.use(problemHandler(parts.log));
  return app;
}
