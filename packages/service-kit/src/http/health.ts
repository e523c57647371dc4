import { Router } from 'express';
import { Refusal } from '../errors';
import type { Metrics } from '../metrics';

/** A part that must answer before the host is ready. @throws Error that says what is wrong */
export interface ReadinessCheck {
  readonly name: string;
  check(): Promise<void>;
}

const within = (ms: number, work: Promise<void>): Promise<void> =>
  Promise.race([
    work,
    new Promise<never>((_resolve, reject) =>
      setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms).unref(),
    ),
  ]);

/** `/livez` the process runs; `/readyz` every part answers; `/metrics` for Prometheus. */
export function healthRoutes(
  checks: readonly ReadinessCheck[],
  metrics: Metrics,
  phase: () => 'starting' | 'serving' | 'stopping',
): Router {
  const router = Router();
  router.get('/livez', (_req, res) => void res.json({ status: 'ok' }));
  router.get('/readyz', async (_req, res) => {
    const results = await Promise.allSettled(checks.map((c) => within(2000, c.check())));
    const faults = results.flatMap((r, i) =>
      r.status === 'rejected'
        ? [{ pointer: `/${checks[i]?.name}`, detail: r.reason instanceof Error ? r.reason.message : String(r.reason) }]
        : [],
    );
    if (phase() !== 'serving') faults.push({ pointer: '/host', detail: phase() });
    if (faults.length > 0) throw new Refusal('unavailable', { faults, retryAfterSeconds: 2 });
    res.json({ status: 'ready', checks: checks.map((c) => c.name) });
  });
  router.get('/metrics', async (_req, res) => {
    res.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  return router;
}
