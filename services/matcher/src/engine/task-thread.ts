import type { Worker } from 'node:worker_threads';
import type { EngineTaskKind, EngineTasks, FromThread, ToThread } from './engine-protocol';

/** A worker thread that is given tasks and messages. */
export interface TaskThread {
  post(message: ToThread): void;
  /** @throws Error when the thread has ended or the task failed */
  ask<K extends EngineTaskKind>(kind: K, input: EngineTasks[K]['input']): Promise<EngineTasks[K]['output']>;
  isAlive(): boolean;
  terminate(): Promise<unknown>;
}

/** @param onEnd called once when the thread ends, whoever ended it */
export function taskThread(worker: Worker, onEnd: (error: Error) => void): TaskThread {
  const pending = new Map<number, { resolve(output: unknown): void; reject(error: Error): void }>();
  let counter = 0;
  let alive = true;
  const end = (error: Error): void => {
    if (!alive) return;
    alive = false;
    onEnd(error);
    for (const task of pending.values()) task.reject(error);
    pending.clear();
    void worker.terminate();
  };
  worker.on('message', (message: FromThread) => {
    const task = pending.get(message.id);
    pending.delete(message.id);
    if (pending.size === 0) worker.unref();
    if ('fault' in message) task?.reject(new Error(message.fault));
    else task?.resolve(message.output);
  });
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`matching thread exited with ${code}`)));
  worker.unref();
  return {
    post: (message) => worker.postMessage(message),
    ask: <K extends EngineTaskKind>(kind: K, input: EngineTasks[K]['input']) =>
      new Promise<EngineTasks[K]['output']>((resolve, reject) => {
        if (!alive) return reject(new Error('matching thread has ended'));
        counter += 1;
        // An idle thread keeps no process alive, one that works does.
        worker.ref();
        pending.set(counter, { resolve: resolve as (output: unknown) => void, reject });
        worker.postMessage({ id: counter, kind, input } satisfies ToThread);
      }),
    isAlive: () => alive,
    terminate: () => worker.terminate(),
  };
}
