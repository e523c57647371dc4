import { POINTS_A_PAIR } from '@duijie/match-engine';
import type { Logger } from '@duijie/service-kit';
import type { Worker } from 'node:worker_threads';
import type { EngineTasks, RankedNeed, SharedIndex } from './engine-protocol';
import { taskThread, type TaskThread } from './task-thread';

type Asked = EngineTasks['rank']['input'];

/** Runs a task in the thread that holds the index. `basis` is another when lists of before are good no more. */
export type AskKeeper = <K extends 'share' | 'read' | 'rank'>(
  kind: K,
  input: EngineTasks[K]['input'],
) => Promise<{ readonly output: EngineTasks[K]['output']; readonly epoch: number; readonly basis: string }>;

/** Ranks many needs in further threads, over one snapshot that all of them share. */
export interface SharedRankers {
  /** @returns as the task `rank`; the epoch is that of the snapshot */
  rank(input: Asked): Promise<{ readonly output: readonly RankedNeed[]; readonly epoch: number }>;
  close(): Promise<void>;
}

interface Snapshot {
  readonly index: SharedIndex;
  readonly epoch: number;
  readonly basis: string;
  /** A new day moves the feed, so that what was made before it counts as older. */
  readonly asOfDay: string;
}

export function createSharedRankers(deps: {
  readonly keeper: AskKeeper;
  readonly threads: number;
  readonly log: Logger;
  readonly start: () => Worker;
}): SharedRankers {
  const { keeper } = deps;
  /** What each thread ranks over. */
  const threads = new Map<TaskThread, SharedIndex | undefined>();
  const idle: TaskThread[] = [];
  const waiting: ((thread: TaskThread) => void)[] = [];
  let snapshot: Promise<Snapshot> | undefined;
  let closed = false;

  function start(): TaskThread {
    const thread = taskThread(deps.start(), (error) => {
      threads.delete(thread);
      if (!closed) deps.log.error({ err: error }, 'ranking thread ended; the next list starts another');
    });
    threads.set(thread, undefined);
    return thread;
  }
  const lent = (): Promise<TaskThread> => {
    for (let thread = idle.pop(); thread; thread = idle.pop()) if (thread.isAlive()) return Promise.resolve(thread);
    if (threads.size < deps.threads) return Promise.resolve(start());
    return new Promise((resolve) => waiting.push(resolve));
  };
  const giveBack = (thread: TaskThread): void => {
    const next = waiting.shift();
    if (next) next(thread.isAlive() ? thread : start());
    else if (thread.isAlive()) idle.push(thread);
  };

  async function share(asOfDay: string): Promise<Snapshot> {
    const { output, epoch, basis } = await keeper('share', {});
    return { index: output, epoch, basis, asOfDay };
  }
  /** Needs as numbers, with a snapshot that they are numbers of. */
  async function read(needIds: readonly string[], asOfDay: string) {
    for (;;) {
      const shared = await (snapshot ??= share(asOfDay).catch((error: unknown) => {
        snapshot = undefined;
        throw error;
      }));
      const { output, basis } = await keeper('read', { needIds });
      if (basis === shared.basis && asOfDay === shared.asOfDay) return { shared, ...output };
      snapshot = undefined;
    }
  }

  async function rankOver({ index }: Snapshot, thread: TaskThread, input: EngineTasks['rankShared']['input']) {
    if (threads.get(thread) !== index) thread.post({ snapshot: index.columns });
    threads.set(thread, index);
    return thread.ask('rankShared', input);
  }

  return {
    async rank(asked) {
      // What is left out is known by ids: those few are ranked over the index.
      const { k, asOfDay } = asked;
      const apart = asked.needIds.filter((id) => (asked.without[id] ?? []).length > 0);
      const { shared, needs, facts } = await read(
        asked.needIds.filter((id) => !apart.includes(id)),
        asOfDay,
      );
      const thread = await lent();
      const lists = await rankOver(shared, thread, { facts, asOfDay, k }).finally(() => giveBack(thread));
      const ranked = needs.map((need, at) => rankedNeed(shared.index, lists, need, at, k));
      const known = new Set(needs.map(({ needId }) => needId));
      const rest = asked.needIds.filter((id) => !known.has(id));
      if (rest.length === 0) return { output: ranked, epoch: shared.epoch };
      const others = await keeper('rank', { ...asked, needIds: rest });
      return { output: [...ranked, ...others.output], epoch: Math.min(shared.epoch, others.epoch) };
    },
    async close() {
      closed = true;
      await Promise.all([...threads.keys()].map((thread) => thread.terminate()));
    },
  };
}

function rankedNeed(
  { packageIds, providerIds, sequences, columns }: SharedIndex,
  { rows, scores, points }: EngineTasks['rankShared']['output'],
  need: EngineTasks['read']['output']['needs'][number],
  at: number,
  k: number,
): RankedNeed {
  const places = Array.from({ length: k }, (_, i) => at * k + i).filter((place) => rows[place]! >= 0);
  const idOf = (place: number): string => packageIds[rows[place]!]!;
  return {
    ...need,
    ranked: places.map((place) => ({
      packageId: idOf(place),
      providerId: providerIds[rows[place]!]!,
      score: scores[place]!,
      points: [...points.subarray(place * POINTS_A_PAIR, (place + 1) * POINTS_A_PAIR)],
    })),
    weightsVersion: columns.weights.version,
    packageSequences: Object.fromEntries(places.map((place) => [idOf(place), sequences[rows[place]!]!])),
  };
}
