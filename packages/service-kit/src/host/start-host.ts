import type { ServiceName } from '@duijie/contracts';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { z } from 'zod';
import { createActorTokens } from '../auth/actor-token';
import { followClockOffset, moveClock } from '../clock/clock-offset';
import { DatabaseClock } from '../clock/database-clock';
import { loadConfig } from '../config/load-config';
import { openLocalFileStore } from '../files/file-store';
import { createApp } from '../http/create-app';
import { createEventStreams } from '../http/event-streams';
import { healthRoutes } from '../http/health';
import { createLogger, type Logger } from '../log/logger';
import { createMetrics } from '../metrics';
import type { HostFacts, ServiceModule } from '../module';
import { createBullQueues } from '../queue/bull-queue';
import { assertDurable, openRedis } from '../queue/redis';
import { createRedisSignals } from '../signals/redis-signals';
import { configuredUrl, hostConfig } from './host-config';
import { hostSecret } from './secret';
import { startModule, type StartedModule } from './start-module';

/** A running host. */
export interface Host {
  readonly port: number;
  readonly url: string;
  readonly log: Logger;
  /** Ends in order: HTTP, workers, relays, databases. */
  stop(): Promise<void>;
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    // A connection whose last answer ends later is idle only then.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearInterval(idle);
      resolve();
    });
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5000).unref();
  });

/** A step of the stop that takes longer is left behind: a part that is away must not keep the process. */
const stopStepMs = 15_000;
const withinMs = (ms: number, work: Promise<unknown>): Promise<unknown> =>
  Promise.race([
    work,
    new Promise((_resolve, reject) => setTimeout(() => reject(new Error(`not ended within ${ms} ms`)), ms).unref()),
  ]);

/**
 * Runs any set of modules in this process.
 * @param env the only place the environment is read from
 * @throws ConfigurationInvalid with every fault of host and modules
 */
export async function startHost(
  modules: readonly ServiceModule[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<Host> {
  const config = loadConfig(
    { host: hostConfig, ...Object.fromEntries(modules.map((m) => [m.name, m.config])) } as Record<string, z.ZodType> & {
      host: typeof hostConfig;
    },
    env,
  );
  const settings = config.host;
  const log = createLogger(settings.DUIJIE_LOG_LEVEL);
  const secret = hostSecret(settings.DUIJIE_SECRET, settings.DUIJIE_STATE_DIR);
  const production = settings.NODE_ENV === 'production';
  const prefix = `{${settings.DUIJIE_NAMESPACE}}`;
  const ends: (() => Promise<unknown>)[] = [];
  const stopping = new AbortController();
  const phase = { now: 'starting' as 'starting' | 'serving' | 'stopping' };
  const stop = async (): Promise<void> => {
    phase.now = 'stopping';
    stopping.abort();
    for (const end of ends.splice(0).toReversed())
      await withinMs(stopStepMs, end()).catch((error: unknown) => log.warn({ err: error }, 'did not end cleanly'));
  };
  try {
    const clock = new DatabaseClock(settings.DUIJIE_MYSQL_URL, settings.DUIJIE_CLOCK_OFFSET_MS, log);
    await clock.start();
    ends.push(() => clock.stop());
    const redis = openRedis(settings.DUIJIE_REDIS_URL, log);
    ends.push(async () => redis.disconnect());
    await assertDurable(redis);
    if (!production) ends.push(await followClockOffset({ redis, prefix, set: (ms) => clock.move(ms) }));
    const queues = createBullQueues(redis, prefix, log);
    ends.push(() => queues.close());
    const signals = createRedisSignals(redis, prefix, log);
    ends.push(async () => signals.close());
    const metrics = createMetrics();
    const streams = createEventStreams(stopping.signal, log, settings.NODE_ENV === 'test');
    metrics.gauge('duijie_streams_open', 'Streams of events that are open', {}, async () => streams.count());
    let port = settings.DUIJIE_PORT;
    const local = new Set<ServiceName>(modules.map((m) => m.name));
    const host: HostFacts = {
      namespace: settings.DUIJIE_NAMESPACE,
      production,
      demo: settings.DUIJIE_DEMO,
      stateDir: settings.DUIJIE_STATE_DIR,
      clockAheadMs: () => clock.aheadMs,
      moveClock: production ? null : (byMs) => moveClock(redis, prefix, byMs),
      stopping: stopping.signal,
      isLocal: (service) => local.has(service),
      urlOf(service) {
        const url = local.has(service) ? `http://127.0.0.1:${port}` : configuredUrl(settings, service);
        if (url === undefined)
          throw new Error(`DUIJIE_URL_${service.toUpperCase()} is not set, and ${service} does not run here`);
        return url;
      },
    };
    const tokens = createActorTokens(secret, () => Date.now());
    const files = await openLocalFileStore(join(settings.DUIJIE_STATE_DIR, 'files'));
    const started: StartedModule[] = await Promise.all(
      modules.map((module) =>
        startModule(module, {
          deps: { host, clock, queues, signals, files, tokens, metrics },
          config: config[module.name],
          clock,
          log: log.child({ service: module.name }),
          redis,
          streams,
          prefix,
          mysqlUrl: settings.DUIJIE_MYSQL_URL,
          secret,
          formerSecrets: settings.DUIJIE_FORMER_SECRETS,
          poolSize: settings.DUIJIE_MYSQL_POOL,
          strict: settings.NODE_ENV === 'test',
        }),
      ),
    );
    ends.push(() => Promise.all(started.map((s) => s.close())));
    const redisCheck = {
      name: 'redis',
      async check() {
        if (redis.status !== 'ready') throw new Error(`connection is ${redis.status}`);
        await redis.ping();
      },
    };
    const serves = settings.DUIJIE_ROLE !== 'worker';
    const app = createApp({
      front: serves ? started.flatMap((s) => s.module.front ?? []) : [],
      health: healthRoutes({
        checks: [redisCheck, ...started.flatMap((s) => s.checks)],
        metrics,
        metricsToken: settings.DUIJIE_METRICS_TOKEN,
        phase: () => phase.now,
        log,
      }),
      mounted: serves ? started.map((s) => s.mounted) : [],
      log,
      metrics,
      trustProxy: production,
    });
    // A scan of 20 MB comes through a slow line within minutes; all else is small.
    const server = createServer({ requestTimeout: 300_000, headersTimeout: 10_000, keepAliveTimeout: 75_000 }, app);
    await new Promise<void>((resolve, reject) =>
      server.once('error', reject).listen(settings.DUIJIE_PORT, settings.DUIJIE_HOST, resolve),
    );
    port = (server.address() as AddressInfo).port;
    if (settings.DUIJIE_ROLE !== 'http') {
      ends.push(() => Promise.all(started.map((s) => s.rest())));
      for (const one of started) await one.work();
    }
    ends.push(() => close(server));
    phase.now = 'serving';
    log.info({ port, modules: modules.map((m) => m.name), role: settings.DUIJIE_ROLE }, 'host started');
    return { port, url: `http://127.0.0.1:${port}`, log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
