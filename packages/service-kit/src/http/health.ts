import { Router, type Request } from 'express';
import { createHash, timingSafeEqual } from 'node:crypto';
import { NotAllowed, Refusal } from '../errors';
import type { Logger } from '../log/logger';
import type { Metrics } from '../metrics';

/** A part that must answer before the host is ready. @throws Error that says what is wrong */
export interface ReadinessCheck {
  readonly name: string;
  check(): Promise<void>;
}
export interface HealthDeps {
  readonly checks: readonly ReadinessCheck[];
  readonly metrics: Metrics;
  /** Opens `/metrics` to whoever is not on this machine. */
  readonly metricsToken: string | undefined;
  readonly phase: () => 'starting' | 'serving' | 'stopping';
  readonly log: Logger;
  readonly nowMs?: () => number;
}

const within = (ms: number, work: Promise<void>): Promise<void> =>
  Promise.race([
    work,
    new Promise<never>((_resolve, reject) =>
      setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms).unref(),
    ),
  ]);

/** Anybody may ask, and each answer costs queries: one answer a second serves all. */
function onceASecond<T>(read: () => Promise<T>, nowMs: () => number): () => Promise<T> {
  let kept: { readonly atMs: number; readonly answer: Promise<T> } | undefined;
  return () => {
    const now = nowMs();
    if (!kept || now - kept.atMs > 1000) kept = { atMs: now, answer: read() };
    return kept.answer;
  };
}

const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address);
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Behind a proxy on this machine the connection is local, and the caller's address is the proxy's word. */
const isLocal = (req: Request): boolean => isLoopback(req.socket.remoteAddress) && isLoopback(req.ip);
const bears = (req: Request, token: string): boolean =>
  timingSafeEqual(digest(req.get('authorization') ?? ''), digest(`Bearer ${token}`));

/**
 * `/livez` the process runs; `/readyz` every part answers, else the names of those that do not (why is in the log);
 * `/metrics` for Prometheus on this machine, or with the token.
 */
export function healthRoutes({
  checks,
  metrics,
  metricsToken,
  phase,
  log,
  nowMs = () => performance.now(),
}: HealthDeps): Router {
  let known = '';
  const failing = onceASecond(async () => {
    const results = await Promise.allSettled(checks.map((c) => within(2000, c.check())));
    const faults = results.flatMap((result, i) =>
      result.status === 'rejected' ? [{ name: checks[i]?.name ?? '', err: result.reason as unknown }] : [],
    );
    const names = faults.map(({ name }) => name);
    if (names.join() !== known) {
      for (const fault of faults) log.warn(fault, 'a part is not ready');
      if (faults.length === 0) log.info('all parts are ready again');
    }
    known = names.join();
    return names;
  }, nowMs);
  const figures = onceASecond(() => metrics.registry.metrics(), nowMs);

  const router = Router();
  router.get('/livez', (_req, res) => void res.json({ status: 'ok' }));
  router.get('/readyz', async (_req, res) => {
    const names = await failing();
    const faults = names.map((name) => ({ pointer: `/${name}`, detail: { zh: '没有就绪', en: 'not ready' } }));
    const at = phase();
    if (at !== 'serving') faults.push({ pointer: '/host', detail: { zh: at, en: at } });
    if (faults.length > 0) throw new Refusal('unavailable', { faults, retryAfterSeconds: 2 });
    res.json({ status: 'ready', checks: checks.map((c) => c.name) });
  });
  router.get('/metrics', async (req, res) => {
    if (!isLocal(req) && (metricsToken === undefined || !bears(req, metricsToken))) throw new NotAllowed();
    res.type(metrics.registry.contentType).send(await figures());
  });
  return router;
}
