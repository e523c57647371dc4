import type { Logger } from '@duijie/service-kit';
import type { Worker } from 'node:worker_threads';
import { feedStart, type ChangeFeed, type FeedPage, type FeedPlace } from './change-feed';
import type { EngineTaskKind, EngineTasks, EngineUpdate, FromThread, ToThread } from './engine-protocol';
import { startEngineThread } from './start-engine-thread';

/** Who waits: a person, a changed need, a changed package, nobody. */
export const lanes = ['ask', 'needs', 'packages', 'settle'] as const;
export type Lane = (typeof lanes)[number];

/** Ranks in worker threads over an index that is brought up to date before every task. */
export interface MatchingEngine {
  /**
   * Runs a task when a thread is free; lanes go in their order.
   * @returns the answer, and the position in the feed of packages that it is based on at least
   * @throws Error when the thread ended or the task failed
   */
  run<K extends EngineTaskKind>(
    lane: Lane,
    kind: K,
    input: EngineTasks[K]['input'],
  ): Promise<{ readonly output: EngineTasks[K]['output']; readonly epoch: number }>;
  close(): Promise<void>;
}

interface Thread {
  readonly worker: Worker;
  readonly pending: Map<number, { resolve(output: unknown): void; reject(error: Error): void }>;
  needs: FeedPlace;
  packages: FeedPlace;
  taxonomy: number;
  words: number;
  weights: number;
  gone: number;
  /** Ends of the feeds at the last look. */
  seen: { needs: number; packages: number };
}
/** A thread that has read nothing. */
const fresh = (): Pick<Thread, 'needs' | 'packages' | 'taxonomy' | 'words' | 'weights' | 'seen'> => ({
  needs: feedStart,
  packages: feedStart,
  taxonomy: 0,
  words: 0,
  weights: 0,
  seen: { needs: -1, packages: -1 },
});
interface Waiting {
  readonly work: (thread: Thread) => Promise<void>;
  readonly fail: (error: Error) => void;
}

/** @param threads how many, each with an index of its own; they start at their first task */
export function createMatchingEngine(deps: {
  readonly feed: ChangeFeed;
  readonly threads: number;
  readonly log: Logger;
  /** Starts a thread; another one in tests. */
  readonly start?: () => Worker;
}): MatchingEngine {
  const { feed, log } = deps;
  const waiting: Record<Lane, Waiting[]> = { ask: [], needs: [], packages: [], settle: [] };
  const alive = new Set<Thread>();
  const idle: Thread[] = [];
  let counter = 0;
  let closed = false;

  function start(): Thread {
    const worker = (deps.start ?? startEngineThread)();
    const thread: Thread = {
      worker,
      pending: new Map(),
      gone: -1,
      ...fresh(),
    };
    const end = (error: Error): void => {
      if (!alive.delete(thread)) return;
      if (!closed) log.error({ err: error }, 'matching thread ended; the next task starts another');
      for (const task of thread.pending.values()) task.reject(error);
      thread.pending.clear();
      const at = idle.indexOf(thread);
      if (at >= 0) idle.splice(at, 1);
      void worker.terminate();
    };
    worker.on('message', (message: FromThread) => {
      const task = thread.pending.get(message.id);
      thread.pending.delete(message.id);
      if (thread.pending.size === 0) worker.unref();
      if ('fault' in message) task?.reject(new Error(message.fault));
      else task?.resolve(message.output);
    });
    worker.on('error', end);
    worker.on('exit', (code) => end(new Error(`matching thread exited with ${code}`)));
    worker.unref();
    alive.add(thread);
    return thread;
  }

  function next(): void {
    for (;;) {
      const lane = lanes.find((name) => waiting[name].length > 0);
      if (lane === undefined || closed) return;
      const thread = idle.pop() ?? (alive.size < deps.threads ? start() : undefined);
      if (!thread) return;
      const job = waiting[lane].shift();
      void job?.work(thread).finally(() => {
        if (alive.has(thread)) idle.push(thread);
        next();
      });
    }
  }

  const send = (thread: Thread, message: ToThread): void => thread.worker.postMessage(message);

  async function pull<K extends 'needs' | 'packages'>(thread: Thread, kind: K): Promise<void> {
    for (;;) {
      const page = (await feed[kind](thread[kind])) as FeedPage<never>;
      if (page.changes.length > 0) send(thread, { update: { kind, changes: page.changes } as EngineUpdate });
      if (page.next === null) return;
      thread[kind] = page.next;
    }
  }

  /** @returns the position in the feed of packages that the index has now reached */
  async function bringUp(thread: Thread): Promise<number> {
    const ends = await feed.ends();
    if (ends.gone !== thread.gone) {
      if (thread.gone !== -1) {
        send(thread, { update: { kind: 'anew' } });
        Object.assign(thread, fresh());
      }
      thread.gone = ends.gone;
    }
    if (ends.taxonomy !== thread.taxonomy) {
      send(thread, { update: { kind: 'taxonomy', leaves: await feed.taxonomy() } });
      thread.taxonomy = ends.taxonomy;
      // The index was built anew and has counted what it holds.
      thread.words = 0;
    }
    if (ends.weights !== thread.weights) {
      send(thread, { update: { kind: 'weights', weights: await feed.weights() } });
      thread.weights = ends.weights;
    }
    if (ends.weights !== thread.weights) {
      send(thread, { update: { kind: 'weights', weights: await feed.weights() } });
      thread.weights = ends.weights;
    }
    if (ends.packages !== thread.seen.packages) await pull(thread, 'packages');
    if (ends.words !== thread.words) {
      send(thread, { update: { kind: 'words', counted: await feed.countedOtherwise(ends.words) } });
      thread.words = ends.words;
    }
    if (ends.needs !== thread.seen.needs) await pull(thread, 'needs');
    thread.seen = { needs: ends.needs, packages: ends.packages };
    return ends.packages;
  }

  const ask = <K extends EngineTaskKind>(thread: Thread, kind: K, input: EngineTasks[K]['input']) =>
    new Promise<EngineTasks[K]['output']>((resolve, reject) => {
      if (!alive.has(thread)) return reject(new Error('matching thread has ended'));
      counter += 1;
      // An idle thread keeps no process alive, one that works does.
      thread.worker.ref();
      thread.pending.set(counter, { resolve: resolve as (output: unknown) => void, reject });
      send(thread, { id: counter, kind, input });
    });

  return {
    run: (lane, kind, input) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('the matching engine is closed'));
        waiting[lane].push({
          fail: reject,
          work: async (thread) => {
            try {
              const epoch = await bringUp(thread);
              resolve({ output: await ask(thread, kind, input), epoch });
            } catch (error) {
              reject(error instanceof Error ? error : new Error(String(error)));
            }
          },
        });
        next();
      }),
    async close() {
      closed = true;
      for (const lane of lanes)
        for (const { fail } of waiting[lane].splice(0)) fail(new Error('the matching engine is closed'));
      await Promise.all([...alive].map((thread) => thread.worker.terminate()));
    },
  };
}
