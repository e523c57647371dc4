import type { Clock } from '@duijie/domain-kit';
import { Counter, Histogram, type Registry } from 'prom-client';

/** One piece of matching work that was done. */
export interface Run {
  readonly kind: 'needs' | 'packages' | 'settle';
  readonly at: string;
  readonly ms: number;
  readonly needs: number;
  readonly packages: number;
}
export interface RunLog {
  /** Measures `work`, which says how much it did. */
  measure(kind: Run['kind'], work: () => Promise<{ readonly needs: number; readonly packages: number }>): Promise<void>;
  /** Adds what a part of the work took. */
  took(part: 'engine' | 'database', ms: number): void;
  /** The latest of this process, latest first. */
  latest(): readonly Run[];
}

const kept = 20;

export function createRunLog(clock: Clock, registry: Registry): RunLog {
  const histogram = new Histogram({
    name: 'duijie_match_seconds',
    help: 'Duration of a piece of matching work',
    labelNames: ['kind'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const parts = new Counter({
    name: 'duijie_match_part_seconds_total',
    help: 'Where the time of matching work goes: waiting for the threads, and in the database',
    labelNames: ['part'],
    registers: [registry],
  });
  const runs: Run[] = [];
  return {
    async measure(kind, work) {
      const begun = process.hrtime.bigint();
      const done = await work();
      const ms = Number(process.hrtime.bigint() - begun) / 1e6;
      if (done.needs === 0 && done.packages === 0) return;
      histogram.observe({ kind }, ms / 1000);
      runs.unshift({ kind, at: clock.now().toISOString(), ms: Math.round(ms * 10) / 10, ...done });
      runs.length = Math.min(runs.length, kept);
    },
    took: (part, ms) => parts.inc({ part }, ms / 1000),
    latest: () => [...runs],
  };
}
