import { auditContract, excelSheets, operationsContract, policy } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import type { Redis } from 'ioredis';
import { Emptier } from '../emptying/emptier';
import { outboxFigures, outboxGauges } from '../events/outbox-gauges';
import { Relay } from '../events/relay';
import { startSubscriber } from '../events/subscriber';
import { bind } from '../http/bind';
import type { TransactionContext } from '../context';
import type { Mounted } from '../http/create-app';
import type { EventStreams } from '../http/event-streams';
import type { ReadinessCheck } from '../http/health';
import { createWorkbooks } from '../http/workbooks';
import { createImports } from '../imports/create-imports';
import type { ModuleDeps, RunningModule, ServiceModule } from '../module';
import { readOperations } from './read-operations';
import { createAudit } from '../persistence/audit';
import { auditKey } from '../persistence/audit-chain';
import { createAuditHeads } from '../persistence/audit-heads';
import { createIdempotency } from '../persistence/idempotency';
import { openDatabase } from '../persistence/open-database';
import { createOutbox } from '../persistence/outbox';
import { Pruner } from '../persistence/pruner';
import { Sealer } from '../persistence/sealer';
import { verifyChain } from '../persistence/verify-chain';

export interface ModuleStart {
  readonly deps: Omit<ModuleDeps, 'config' | 'log'>;
  readonly config: unknown;
  readonly clock: Clock;
  readonly log: ModuleDeps['log'];
  readonly redis: Redis;
  readonly streams: EventStreams;
  readonly prefix: string;
  readonly mysqlUrl: string;
  readonly secret: string;
  readonly formerSecrets: readonly string[];
  readonly poolSize: number;
  /** Answers that break their contract and queries astray of a transaction throw; for tests. */
  readonly strict: boolean;
}
/** A module in a host: what it serves, and how it begins and ends its work. */
export interface StartedModule {
  readonly module: RunningModule;
  readonly mounted: Mounted;
  readonly checks: readonly ReadinessCheck[];
  work(): Promise<void>;
  /** Ends events and loops; called after HTTP has ended. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a module's database, builds it, and joins it to relay, inbox and sealer. */
export async function startModule(module: ServiceModule, start: ModuleStart): Promise<StartedModule> {
  const base = { ...start.deps, config: start.config as never, log: start.log };
  const { tokens, files } = start.deps;
  const routeDeps = { tokens, policy, files, streams: start.streams, checkAnswers: start.strict };
  const workbooksOf = ({ leafWords }: RunningModule) =>
    createWorkbooks({ sheets: excelSheets, clock: start.clock, leafWords });
  if (module.schema === null) {
    const running = module.create(base);
    return {
      module: running,
      mounted: { routes: running.routes, deps: { ...routeDeps, workbooks: workbooksOf(running) } },
      checks: running.readiness ?? [],
      work: async () => running.start?.(),
      rest: async () => running.stop?.(),
      close: async () => undefined,
    };
  }
  const { clock, log, redis, prefix } = start;
  const database = await openDatabase(
    module.schema,
    {
      serverUrl: start.mysqlUrl,
      name: `${start.deps.host.namespace}_${module.name}`,
      secret: start.secret,
      poolSize: start.poolSize,
    },
    log,
    start.strict,
  );
  const relay = new Relay(module.name, database, start.deps.queues, redis, prefix, clock, log);
  const key = auditKey(start.secret, module.name);
  const keys = [key, ...start.formerSecrets.map((secret) => auditKey(secret, module.name))];
  const heads = createAuditHeads(start.deps.host.stateDir);
  const sealer = new Sealer(module.name, database, key, heads, clock, log);
  const pruner = new Pruner(module.name, database, clock, log);
  const outbox = createOutbox(module.name, database, clock, relay.nudge);
  const audit = createAudit(database, clock, sealer.nudge);
  const verifyAudit = () => verifyChain(module.name, database, keys, heads);
  let emptier: Emptier | undefined;
  const empty = async (ctx: TransactionContext, ids: readonly string[]): Promise<void> => emptier?.mark(ctx, ids);
  const running = module.create({ ...base, database, outbox, audit, verifyAudit, empty });
  emptier = new Emptier(module.name, running.emptying ?? { removals: [] }, database, audit, clock, log);
  const figures = outboxFigures(database, clock);
  outboxGauges(module.name, figures, start.deps.metrics);
  const imports = running.importers?.length
    ? createImports(module.name, running.importers, {
        database,
        audit,
        clock,
        log,
        queues: start.deps.queues,
      })
    : undefined;
  const operations = readOperations({ database, figures, emptier });
  let subscriber: { close(): Promise<void> } | undefined;
  return {
    module: running,
    mounted: {
      routes: [
        ...running.routes,
        ...(imports?.routes ?? []),
        bind(auditContract(module.name), () => verifyAudit()),
        bind(operationsContract(module.name), (ctx) => operations(ctx)),
      ],
      deps: {
        ...routeDeps,
        workbooks: workbooksOf(running),
        transactions: database,
        idempotency: createIdempotency(database, clock, [start.secret, ...start.formerSecrets]),
      },
    },
    checks: [
      {
        name: `${module.name}.database`,
        async check() {
          await database.manager().query('SELECT 1');
        },
      },
      ...(running.readiness ?? []),
    ],
    async work() {
      if (running.events)
        subscriber = startSubscriber(
          module.name,
          { ...running.events, 'demo.emptied.v1': emptier.onEmptied },
          {
            database,
            queues: start.deps.queues,
            redis,
            prefix,
            clock,
            log,
            emptier,
          },
        );
      emptier.start();
      relay.start();
      sealer.start();
      pruner.start();
      imports?.work();
      await running.start?.();
    },
    async rest() {
      await subscriber?.close();
      await imports?.rest();
      await running.stop?.();
      await Promise.all([emptier.stop(), relay.stop(), sealer.stop(), pruner.stop()]);
    },
    close: () => database.source.destroy(),
  };
}
