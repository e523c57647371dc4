import type { Logger } from '@duijie/service-kit';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FromRoundThread, RoundTaskKind, RoundTasks, ToRoundThread } from './round-protocol';

/** Solves rounds in a thread of its own, so that a large one holds up nobody. */
export interface RoundSolver {
  /** @throws Error when the task failed or the thread ended; the next task starts another */
  run<K extends RoundTaskKind>(kind: K, input: RoundTasks[K]['input']): Promise<RoundTasks[K]['output']>;
  close(): Promise<void>;
}

/** From source, as tests run it, the thread goes through a loader that compiles on the way. */
function startThread(): Worker {
  const extension = extname(__filename);
  const entry = join(__dirname, `round-thread${extension}`);
  return extension === '.ts'
    ? new Worker(join(__dirname, '../../../test/typescript-thread.cjs'), {
        workerData: { entry },
        execArgv: ['--conditions=@duijie/source'],
      })
    : new Worker(entry);
}

export function createRoundSolver(log: Logger): RoundSolver {
  const pending = new Map<number, { resolve(output: unknown): void; reject(error: Error): void }>();
  let worker: Worker | undefined;
  let counter = 0;
  let closed = false;

  function start(): Worker {
    const started = startThread();
    const end = (error: Error): void => {
      if (worker !== started) return;
      worker = undefined;
      if (!closed) log.error({ err: error }, 'round thread ended; the next task starts another');
      for (const task of pending.values()) task.reject(error);
      pending.clear();
    };
    started.on('message', (message: FromRoundThread) => {
      const task = pending.get(message.id);
      pending.delete(message.id);
      // An idle thread keeps no process alive, one that works does.
      if (pending.size === 0) started.unref();
      if ('fault' in message) task?.reject(new Error(message.fault));
      else task?.resolve(message.output);
    });
    started.on('error', end);
    started.on('exit', (code) => end(new Error(`round thread exited with ${code}`)));
    return started;
  }

  return {
    run: (kind, input) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('the round solver is closed'));
        worker ??= start();
        counter += 1;
        worker.ref();
        pending.set(counter, { resolve: resolve as (output: unknown) => void, reject });
        worker.postMessage({ id: counter, kind, input } satisfies ToRoundThread);
      }),
    async close() {
      closed = true;
      await worker?.terminate();
    },
  };
}
