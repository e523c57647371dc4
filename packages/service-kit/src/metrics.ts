import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Prometheus metrics of one host. */
export interface Metrics {
  readonly registry: Registry;
  /** Measures a route's duration by its operation id and status. */
  timed(operation: string): RequestHandler;
  /** A figure read when somebody asks. @param read called at each scrape */
  gauge(name: string, help: string, labels: Readonly<Record<string, string>>, read: () => Promise<number>): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'duijie_http_seconds',
    help: 'Duration of requests',
    labelNames: ['operation', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const gauges = new Map<
    string,
    { gauge: Gauge; reads: { labels: Readonly<Record<string, string>>; read: () => Promise<number> }[] }
  >();
  return {
    registry,
    timed: (operation) => (_req, res, next) => {
      const end = durations.startTimer({ operation });
      res.on('finish', () => end({ status: String(res.statusCode) }));
      next();
    },
    gauge(name, help, labels, read) {
      const known = gauges.get(name);
      if (known) return void known.reads.push({ labels, read });
      const reads = [{ labels, read }];
      const gauge: Gauge = new Gauge({
        name,
        help,
        labelNames: Object.keys(labels),
        registers: [registry],
        async collect() {
          // A figure that cannot be read is left out, so that the others are seen when that matters most.
          for (const one of reads)
            await one.read().then(
              (figure) => this.set(one.labels, figure),
              () => this.remove(one.labels),
            );
        },
      });
      gauges.set(name, { gauge, reads });
    },
  };
}
