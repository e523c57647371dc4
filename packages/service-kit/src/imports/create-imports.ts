import { importServices, type ImportKind, type ServiceName } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import { Loop } from '../host/loop';
import type { BoundRoute } from '../http/bind';
import type { Logger } from '../log/logger';
import type { Audit } from '../persistence/audit';
import type { Database } from '../persistence/database';
import type { QueuePort, Work } from '../queue/queue-port';
import { bindImportRoutes } from './bind-import-routes';
import { createImportSteps } from './import-step';
import { createRowReader } from './files/row-reader';
import type { Importer } from './importer';
import { createImportStore } from './persistence/import-store';

const lookEveryMs = 5_000;
/** An import without a step for so long is sent to the queue again. */
const idleMs = 15_000;

export interface ImportsDeps {
  readonly database: Database;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly log: Logger;
  readonly queues: QueuePort;
}
/** Imports of one service. */
export interface Imports {
  readonly routes: readonly BoundRoute[];
  /** Takes up what is unfinished, then works on. */
  work(): void;
  /** Ends after the step in hand; what is left goes on at the next start. */
  rest(): Promise<void>;
}

interface ImportWork {
  readonly importId: string;
}

/** Joins a service's importers with jobs, rows, identities, a queue and their routes. */
export function createImports(service: ServiceName, importers: readonly Importer[], deps: ImportsDeps): Imports {
  for (const { kind } of importers)
    if (importServices[kind as ImportKind] !== service) throw new Error(`${service} cannot import ${kind}`);
  const { database, audit, clock, log, queues } = deps;
  const reader = createRowReader();
  const store = createImportStore(database);
  const steps = createImportSteps(
    { database, store, audit, clock, log, service },
    new Map(importers.map((importer) => [importer.kind, importer])),
  );
  const queueName = `imports-${service}`;
  const queue = queues.queue<ImportWork>(queueName);
  // The version makes the id new after every step: what a killed process had in hand does not bar the way.
  const enqueue = ({ id, version }: { id: string; version: number }): void => {
    queue.add([{ id: `${id}.${version}`, data: { importId: id } }]).catch((error: unknown) => {
      log.warn({ err: error, importId: id }, 'an import waits until the queue is back');
    });
  };

  const state = { resting: false, looked: false };
  async function advance({ importId }: ImportWork): Promise<void> {
    try {
      while (!state.resting && (await steps.step(importId)));
    } catch (error) {
      await steps.failed(importId, error);
    }
  }

  const loop = new Loop(
    `imports ${service}`,
    lookEveryMs,
    async () => {
      const before = new Date(clock.now().getTime() - (state.looked ? idleMs : 0));
      for (const job of await store.idle(before)) enqueue(job);
      state.looked = true;
    },
    log,
  );
  let work: Work | undefined;
  return {
    routes: importers.flatMap((importer) =>
      bindImportRoutes(service, importer, { database, store, audit, clock, reader, enqueue }),
    ),
    work() {
      state.resting = false;
      work = queues.work<ImportWork>(queueName, advance, { concurrency: 2 });
      loop.start();
    },
    async rest() {
      state.resting = true;
      await loop.stop();
      await work?.close();
    },
  };
}
