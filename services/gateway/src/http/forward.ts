import {
  Unavailable,
  actorHeader,
  streamGuardOf,
  type HostFacts,
  type Logger,
  type Metrics,
  type StreamGuard,
} from '@duijie/service-kit';
import type { Request, RequestHandler, Response } from 'express';
import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { forwardedHeaders } from '../forwarded-headers';
import { onBehalfHeaders } from '../on-behalf-of';
import { matchedRoute } from './matched-route';

export interface ForwardDeps {
  readonly host: HostFacts;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly agent: Agent;
  /** Longest silence of a service. */
  readonly timeoutMs: number;
}

/** Keeps connections to services open. */
export const createForwardAgent = (): Agent => new Agent({ keepAlive: true, maxSockets: 512, maxFreeSockets: 64 });

const hasBody = (req: Request): boolean =>
  req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;

function headersOf(req: Request, res: Response, url: URL) {
  return {
    // Services trust the signed actor only, so nobody's secret needs to travel on.
    ...forwardedHeaders(req.headers, ['cookie', 'authorization', 'host', 'forwarded', 'expect', ...onBehalfHeaders]),
    host: url.host,
    'x-request-id': String(res.getHeader('x-request-id')),
    'x-forwarded-for': req.ip ?? '',
    'x-forwarded-proto': req.protocol,
    'x-forwarded-host': req.get('host') ?? '',
  };
}

/** Sends the request on and waits for the head of the answer. */
function ask(req: Request, res: Response, url: URL, deps: ForwardDeps): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const start = (): ClientRequest => {
      const { method } = req;
      const out = request(url, { agent: deps.agent, method, headers: headersOf(req, res, url) });
      out.setTimeout(deps.timeoutMs, () => out.destroy(new Error(`no answer within ${deps.timeoutMs} ms`)));
      out.once('response', resolve);
      out.once('error', (error: NodeJS.ErrnoException) => {
        // The service closed a kept connection at the moment it was used: nothing was read, nothing was done.
        if (out.reusedSocket && error.code === 'ECONNRESET' && !hasBody(req) && !res.destroyed) start();
        else reject(error);
      });
      res.once('close', () => out.destroy());
      if (hasBody(req)) req.pipe(out);
      else out.end();
      return out;
    };
    start();
  });
}

/** Ends a stream of events, instead of handing the next piece on, once its credential has ended. */
const whileAllowed = (guard: StreamGuard) =>
  async function* (pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      if (!(await guard())) return;
      yield piece;
    }
  };

/** Hands routes of services that run elsewhere on to them, as a stream in both directions. */
export const forward =
  (deps: ForwardDeps): RequestHandler =>
  async (req, res, next) => {
    const contract = matchedRoute(req);
    if (!contract || deps.host.isLocal(contract.service)) return next();
    const streams = contract.transfer === 'stream';
    if (!streams) deps.metrics.timed(contract.id)(req, res, () => undefined);
    const url = new URL(req.originalUrl, deps.host.urlOf(contract.service));
    let answer: IncomingMessage;
    try {
      answer = await ask(req, res, url, deps);
    } catch (error) {
      if (res.destroyed) return;
      deps.log.warn({ err: error, service: contract.service, operation: contract.id }, 'a service does not answer');
      throw new Unavailable(
        { zh: '所需服务暂不可用，请稍后再试', en: 'The service does not answer; try again shortly' },
        2,
      );
    }
    res.status(answer.statusCode ?? 502);
    const headers = forwardedHeaders(answer.headers, ['x-request-id', 'content-security-policy', actorHeader]);
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) res.setHeader(name, value);
    const { stopping } = deps.host;
    const guard = streamGuardOf(req) ?? (async () => true);
    const passing = streams ? pipeline(answer, whileAllowed(guard), res, { signal: stopping }) : pipeline(answer, res);
    await passing.catch((error: unknown) => {
      // Streams are left by their readers all the time.
      if (!streams) deps.log.info({ err: error, operation: contract.id }, 'an answer broke off');
      res.destroy();
    });
  };
