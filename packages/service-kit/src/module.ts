import type { AuditedService, AuditReport, ServiceName } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import type { RequestHandler } from 'express';
import type { z } from 'zod';
import type { ActorTokens } from './auth/actor-token';
import type { TransactionContext } from './context';
import type { EmptyingPlan } from './emptying/emptying-plan';
import type { EventHandlers } from './events/subscriber';
import type { FileStore } from './files/file-store';
import type { BoundRoute } from './http/bind';
import type { ReadinessCheck } from './http/health';
import type { LeafWordsFor } from './http/workbooks';
import type { Importer } from './imports/importer';
import type { Logger } from './log/logger';
import type { Metrics } from './metrics';
import type { Audit } from './persistence/audit';
import type { Database } from './persistence/database';
import type { DatabaseSchema } from './persistence/open-database';
import type { Outbox } from './persistence/outbox';
import type { QueuePort } from './queue/queue-port';
import type { Signals } from './signals/signals';

/** What the host gives to every module. */
export interface ModuleDeps<C = unknown> {
  readonly config: C;
  readonly host: HostFacts;
  readonly clock: Clock;
  readonly log: Logger;
  readonly queues: QueuePort;
  readonly signals: Signals;
  readonly files: FileStore;
  readonly tokens: ActorTokens;
  readonly metrics: Metrics;
}
/** What a module with a database gets besides. */
export interface DatabaseDeps {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly audit: Audit;
  /** Walks this service's audit chain. */
  readonly verifyAudit: () => Promise<AuditReport>;
  /** Has what belongs to these organisations and compounds taken out of this service, by its own plan. */
  readonly empty: (ctx: TransactionContext, ids: readonly string[]) => Promise<void>;
}
export interface HostFacts {
  /** Prefix of names in Redis and Meilisearch. */
  readonly namespace: string;
  readonly production: boolean;
  readonly demo: boolean;
  /** Folder for what is kept in files. */
  readonly stateDir: string;
  /** How far the clock is ahead of the database server's; for what is checked against the server's time itself. */
  clockAheadMs(): number;
  /** Moves the clock of all services together; null in production, where nothing moves it. */
  readonly moveClock: ((byMs: number) => Promise<void>) | null;
  /** Aborted when the host begins to stop: what lasts, such as a stream, ends then. */
  readonly stopping: AbortSignal;
  /** Where another service answers, without a trailing slash. */
  urlOf(service: ServiceName): string;
  /** Whether that service runs in this process. */
  isLocal(service: ServiceName): boolean;
}

/** What a module does once it is created. */
export interface RunningModule {
  readonly routes: readonly BoundRoute[];
  /** Handlers before the routes of all modules; the gateway's. */
  readonly front?: readonly RequestHandler[];
  readonly events?: EventHandlers;
  readonly readiness?: readonly ReadinessCheck[];
  /** Names of leaves in workbooks of its lists; codes without it. */
  readonly leafWords?: LeafWordsFor;
  /** How it forgets invented organisations when the demonstration is emptied. */
  readonly emptying?: EmptyingPlan;
  /** Kinds of rows that may be imported here. */
  readonly importers?: readonly Importer[];
  /** Starts loops and workers of the module; only in a host that works. */
  start?(): Promise<void> | void;
  stop?(): Promise<void>;
}

interface ModuleBase<C extends z.ZodType> {
  readonly name: ServiceName;
  /** Its environment; `z.object({})` when it needs none. */
  readonly config: C;
}
/** A feature without side effects until a host calls `create`. */
export interface DatabaseModule<C extends z.ZodType = z.ZodType> extends ModuleBase<C> {
  readonly name: AuditedService;
  readonly schema: DatabaseSchema;
  create(deps: ModuleDeps<z.output<C>> & DatabaseDeps): RunningModule;
}
export interface PlainModule<C extends z.ZodType = z.ZodType> extends ModuleBase<C> {
  readonly schema: null;
  create(deps: ModuleDeps<z.output<C>>): RunningModule;
}
export type ServiceModule = DatabaseModule | PlainModule;

/** Fixes the configuration's type of a module. */
export const defineModule = <C extends z.ZodType, M extends DatabaseModule<C> | PlainModule<C>>(
  module: M & { readonly config: C },
): M => Object.freeze(module);
