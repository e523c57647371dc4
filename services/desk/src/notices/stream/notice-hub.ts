import type { Signals } from '@duijie/service-kit';

/** Topic of the signals that name recipients with something new: a JSON array of ids. */
export const noticeSignal = 'notices';

/** Lets one stream sleep until something may have come for it. */
export interface NoticeWatch {
  /** Waits for news since the last call; returns at once when the stream has ended. */
  next(): Promise<void>;
  end(): void;
}
export interface NoticeHub {
  /** @param signal ends the waiting */
  watch(recipientIds: readonly string[], signal: AbortSignal): NoticeWatch;
}

function idsOf(message: string): readonly string[] {
  try {
    const ids: unknown = JSON.parse(message);
    return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
const pollAtOnce = 500;

/**
 * One for all streams of a process: signals wake those concerned at once; a poll wakes those whose signal was lost.
 * @param lastPositions reads how far the recipients are
 * @param onFault told when the poll fails; the next one tries again
 */
export function createNoticeHub(deps: {
  readonly signals: Signals;
  readonly lastPositions: (recipientIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  readonly pollMs: number;
  readonly onFault: (error: unknown) => void;
}): NoticeHub {
  const watching = new Map<string, Set<() => void>>();
  const seen = new Map<string, number>();
  let stopListening: (() => void) | undefined;
  let poll: NodeJS.Timeout | undefined;
  /** Tells the poll that runs now from one that was ended while it looked. */
  let round = 0;

  const wake = (recipientId: string): void => {
    for (const one of watching.get(recipientId) ?? []) one();
  };
  async function look(): Promise<void> {
    const ids = [...watching.keys()];
    for (let from = 0; from < ids.length; from += pollAtOnce)
      for (const [id, last] of await deps.lastPositions(ids.slice(from, from + pollAtOnce))) {
        if (seen.get(id) !== last) wake(id);
        seen.set(id, last);
      }
    for (const id of seen.keys()) if (!watching.has(id)) seen.delete(id);
  }
  const again = (own: number): void => {
    poll = setTimeout(() => {
      void look()
        .catch(deps.onFault)
        .finally(() => {
          if (own === round) again(own);
        });
    }, deps.pollMs);
    poll.unref();
  };
  function begin(): void {
    stopListening = deps.signals.listen(noticeSignal, (message) => idsOf(message).forEach(wake));
    again((round += 1));
  }
  function rest(): void {
    round += 1;
    clearTimeout(poll);
    stopListening?.();
  }

  return {
    watch(recipientIds, signal) {
      let news = false;
      let resolve: (() => void) | undefined;
      const woken = (): void => {
        news = true;
        resolve?.();
      };
      signal.addEventListener('abort', woken, { once: true });
      if (watching.size === 0) begin();
      for (const id of recipientIds) watching.set(id, (watching.get(id) ?? new Set()).add(woken));
      return {
        async next() {
          if (!news && !signal.aborted)
            await new Promise<void>((done) => {
              resolve = done;
            });
          news = false;
          resolve = undefined;
        },
        end() {
          for (const id of recipientIds) {
            const others = watching.get(id);
            others?.delete(woken);
            if (others?.size === 0) watching.delete(id);
          }
          if (watching.size === 0) rest();
        },
      };
    },
  };
}
