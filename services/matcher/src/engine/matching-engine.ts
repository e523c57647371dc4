import type { Logger } from '@duijie/service-kit';
import type { Worker } from 'node:worker_threads';
import { feedStart, type ChangeFeed, type FeedPage, type FeedPlace } from './change-feed';
import type { EngineTaskKind, EngineTasks, EngineUpdate } from './engine-protocol';
import { createSharedRankers, type AskKeeper } from './shared-rankers';
import { startEngineThread } from './start-engine-thread';
import { taskThread, type TaskThread } from './task-thread';

/** Who waits: a person, a changed need, a changed package, nobody. */
export const lanes = ['ask', 'needs', 'packages', 'settle'] as const;
export type Lane = (typeof lanes)[number];

/**
 * Ranks in worker threads over an index that is brought up to date before every task. One thread holds the index; where
 * there are more, lists that nobody waits for are ranked in the others, over a snapshot that they share.
 */
export interface MatchingEngine {
  /**
   * Runs a task when the thread is free; lanes go in their order.
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

/** How far the thread that holds the index has read. */
interface Keeper {
  readonly thread: TaskThread;
  needs: FeedPlace;
  packages: FeedPlace;
  taxonomy: number;
  learnt: number;
  words: number;
  weights: number;
  gone: number;
  /** Ends of the feeds at the last look. */
  seen: { needs: number; packages: number };
}
/** A thread that has read nothing. */
const fresh = (): Omit<Keeper, 'thread' | 'gone'> => ({
  needs: feedStart,
  packages: feedStart,
  taxonomy: 0,
  learnt: 0,
  words: 0,
  weights: 0,
  seen: { needs: -1, packages: -1 },
});
interface Waiting {
  readonly work: (keeper: Keeper) => Promise<void>;
  readonly fail: (error: Error) => void;
}

/** @param threads how many; they start at their first task */
export function createMatchingEngine(deps: {
  readonly feed: ChangeFeed;
  readonly threads: number;
  readonly log: Logger;
  /** Starts a thread; another one in tests. */
  readonly start?: () => Worker;
}): MatchingEngine {
  const { feed, log } = deps;
  const startThread = deps.start ?? startEngineThread;
  const waiting: Record<Lane, Waiting[]> = { ask: [], needs: [], packages: [], settle: [] };
  let keeper: Keeper | undefined;
  /** Changes whenever the keeper begins anew. */
  let life = 0;
  let busy = false;
  let closed = false;

  function start(): Keeper {
    const thread = taskThread(startThread(), (error) => {
      keeper = undefined;
      if (!closed) log.error({ err: error }, 'matching thread ended; the next task starts another');
    });
    life += 1;
    return { thread, gone: -1, ...fresh() };
  }

  function next(): void {
    const lane = lanes.find((name) => waiting[name].length > 0);
    if (lane === undefined || closed || busy) return;
    busy = true;
    keeper ??= start();
    void waiting[lane]
      .shift()
      ?.work(keeper)
      .finally(() => {
        busy = false;
        next();
      });
  }

  const update = ({ thread }: Keeper, change: EngineUpdate): void => thread.post({ update: change });

  async function pull<K extends 'needs' | 'packages'>(held: Keeper, kind: K): Promise<void> {
    for (;;) {
      const page = (await feed[kind](held[kind])) as FeedPage<never>;
      if (page.changes.length > 0) update(held, { kind, changes: page.changes } as EngineUpdate);
      if (page.next === null) return;
      held[kind] = page.next;
    }
  }

  /** @returns the position in the feed of packages that the index has now reached */
  async function bringUp(held: Keeper): Promise<number> {
    const ends = await feed.ends();
    if (ends.gone !== held.gone) {
      if (held.gone !== -1) {
        update(held, { kind: 'anew' });
        Object.assign(held, fresh());
        life += 1;
      }
      held.gone = ends.gone;
    }
    if (ends.taxonomy !== held.taxonomy || ends.learnt !== held.learnt) {
      update(held, { kind: 'taxonomy', leaves: await feed.taxonomy(), learnt: await feed.learnt() });
      held.taxonomy = ends.taxonomy;
      held.learnt = ends.learnt;
      // The index was built anew and has counted what it holds.
      held.words = 0;
    }
    if (ends.weights !== held.weights) {
      update(held, { kind: 'weights', weights: await feed.weights() });
      held.weights = ends.weights;
    }
    if (ends.packages !== held.seen.packages) await pull(held, 'packages');
    if (ends.words !== held.words) {
      update(held, { kind: 'words', counted: await feed.countedOtherwise(ends.words) });
      held.words = ends.words;
    }
    if (ends.needs !== held.seen.needs) await pull(held, 'needs');
    held.seen = { needs: ends.needs, packages: ends.packages };
    return ends.packages;
  }

  const ask = <K extends EngineTaskKind>(lane: Lane, kind: K, input: EngineTasks[K]['input']) =>
    new Promise<{ output: EngineTasks[K]['output']; epoch: number; basis: string }>((resolve, reject) => {
      if (closed) return reject(new Error('the matching engine is closed'));
      waiting[lane].push({
        fail: reject,
        work: async (held) => {
          try {
            const epoch = await bringUp(held);
            const basis = [life, held.taxonomy, held.learnt, held.weights, held.words].join(' ');
            resolve({ output: await held.thread.ask(kind, input), epoch, basis });
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        },
      });
      next();
    });

  const rankers =
    deps.threads > 1
      ? createSharedRankers({
          keeper: ((kind, input) => ask('settle', kind, input)) as AskKeeper,
          threads: deps.threads - 1,
          log,
          start: startThread,
        })
      : undefined;

  return {
    run<K extends EngineTaskKind>(lane: Lane, kind: K, input: EngineTasks[K]['input']) {
      if (rankers && lane === 'settle' && kind === 'rank')
        return rankers.rank(input as EngineTasks['rank']['input']) as Promise<{
          output: EngineTasks[K]['output'];
          epoch: number;
        }>;
      return ask(lane, kind, input);
    },
    async close() {
      closed = true;
      for (const lane of lanes)
        for (const { fail } of waiting[lane].splice(0)) fail(new Error('the matching engine is closed'));
      await Promise.all([keeper?.thread.terminate(), rankers?.close()]);
    },
  };
}
