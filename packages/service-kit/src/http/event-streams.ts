import type { Actor, RouteContract } from '@duijie/contracts';
import type { Request, Response } from 'express';
import { once } from 'node:events';
import { RateLimited, Unavailable } from '../errors';
import type { Logger } from '../log/logger';
import { isDatabaseAway } from '../persistence/driver-error';
import type { StreamEvent } from './bind';
import { streamGuardOf } from './stream-guard';

export interface StreamLimits {
  /** A service trusts a signed actor for 60 s, so no stream may outlast that; EventSource opens the next one. */
  readonly maxAgeMs: number;
  /** Comments that keep proxies from cutting a silent stream. */
  readonly heartbeatMs: number;
  /** Streams of one person in this process. */
  readonly perPerson: number;
  /** What a browser waits before it opens the next one. */
  readonly retryMs: number;
  /** What a caller who does not read gets to take what was written, once the stream has ended. */
  readonly drainMs: number;
}
export const streamLimits: StreamLimits = {
  maxAgeMs: 55_000,
  heartbeatMs: 15_000,
  perPerson: 8,
  retryMs: 1_000,
  drainMs: 5_000,
};

/** A stream that is opened: tells its source when to end, and gives its place back. */
export interface OpenStream {
  readonly signal: AbortSignal;
  readonly abort: () => void;
  release(): void;
}

/** The server-sent events of one host. */
export interface EventStreams {
  /** @throws RateLimited when the person has too many, Unavailable when the host stops */
  open(actor: Actor): OpenStream;
  /** Writes events until the source, the caller, the guard, the age or the host ends the stream. */
  send(req: Request, res: Response, stream: OpenStream, contract: RouteContract, events: Events): Promise<void>;
  count(): number;
}
type Events = AsyncIterable<StreamEvent>;

const heads = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  // Proxies after nginx's manner hold answers back otherwise.
  'X-Accel-Buffering': 'no',
};
const lineOf = (event: StreamEvent): string =>
  `id: ${event.id}\nevent: ${event.event}\ndata: ${JSON.stringify(event.data)}\n\n`;
const ended = { done: true, value: undefined } as const;

/**
 * @param stopping aborted when the host begins to stop
 * @param checked every event is parsed by its contract: in tests and development
 */
export function createEventStreams(
  stopping: AbortSignal,
  log: Logger,
  checked: boolean,
  limits: StreamLimits = streamLimits,
): EventStreams {
  const byPerson = new Map<string, number>();
  const running = new Set<() => void>();
  stopping.addEventListener('abort', () => {
    for (const abort of running) abort();
  });

  async function write(req: Request, res: Response, stream: OpenStream, text: string): Promise<boolean> {
    // A fault of the guard closes the stream as well: who cannot be checked hears nothing.
    const allowed = await (streamGuardOf(req)?.() ?? true);
    if (!allowed) stream.abort();
    if (stream.signal.aborted) return false;
    if (!res.write(text)) await once(res, 'drain', { signal: stream.signal });
    return true;
  }

  async function pump(req: Request, res: Response, stream: OpenStream, contract: RouteContract, events: Events) {
    if (stream.signal.aborted) return;
    const source = events[Symbol.asyncIterator]();
    const end = once(stream.signal, 'abort').then(() => ended);
    try {
      for (;;) {
        const next = await Promise.race([source.next(), end]);
        if (next.done === true || stream.signal.aborted) return;
        if (checked) contract.response.parse(next.value.data);
        if (!(await write(req, res, stream, lineOf(next.value)))) return;
      }
    } finally {
      stream.abort();
      // Not waited for: a source that does not heed the signal must not keep the place of its stream.
      source.return?.().catch(() => undefined);
    }
  }

  return {
    count: () => running.size,
    open(actor) {
      if (stopping.aborted) throw new Unavailable({ zh: '系统正在重启', en: 'The system restarts' }, 2);
      const key = actor.type === 'person' ? actor.personId : actor.type;
      const count = byPerson.get(key) ?? 0;
      if (count >= limits.perPerson)
        throw new RateLimited(limits.maxAgeMs / 1000, {
          zh: '同时打开的实时通知太多，请关闭一些页面',
          en: 'Too many streams are open at once; close some pages',
        });
      byPerson.set(key, count + 1);
      const controller = new AbortController();
      const abort = (): void => controller.abort();
      running.add(abort);
      let held = true;
      return {
        signal: controller.signal,
        abort,
        release() {
          abort();
          running.delete(abort);
          if (!held) return;
          held = false;
          const left = (byPerson.get(key) ?? 1) - 1;
          if (left === 0) byPerson.delete(key);
          else byPerson.set(key, left);
        },
      };
    },
    async send(req, res, stream, contract, events) {
      if (res.destroyed) stream.abort();
      res.once('close', stream.abort);
      const age = setTimeout(stream.abort, limits.maxAgeMs);
      const heartbeat = setInterval(() => {
        if (res.writableNeedDrain) return;
        write(req, res, stream, ':\n\n').catch(() => stream.abort());
      }, limits.heartbeatMs);
      try {
        res.status(200).set(heads);
        res.write(`retry: ${limits.retryMs}\n\n`);
        if (req.method !== 'HEAD') await pump(req, res, stream, contract, events);
      } catch (error) {
        if (!stream.signal.aborted || !(error instanceof Error && error.name === 'AbortError'))
          log[isDatabaseAway(error) ? 'info' : 'error']({ err: error, operation: contract.id }, 'a stream broke off');
      } finally {
        clearTimeout(age);
        clearInterval(heartbeat);
        stream.release();
        res.end();
        if (!res.writableFinished) setTimeout(() => res.destroy(), limits.drainMs).unref();
      }
    },
  };
}
