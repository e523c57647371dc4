import type { NoticeStreamData } from '@duijie/contracts';

type Listener = (data: NoticeStreamData) => void;
const listeners = new Set<Listener>();
const channelName = 'duijie.notices';
const retryMs = 15_000;
let stop: (() => void) | null = null;

const tell = (data: NoticeStreamData): void => {
  for (const listener of listeners) listener(data);
};

/** One stream for all tabs of this browser: whoever holds the lock opens it and tells the others. */
function start(): () => void {
  const ended = new AbortController();
  const others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(channelName);
  others?.addEventListener('message', ({ data }: MessageEvent<NoticeStreamData>) => tell(data));
  let source: EventSource | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const receive = ({ data }: MessageEvent<string>): void => {
    const told = JSON.parse(data) as NoticeStreamData;
    tell(told);
    others?.postMessage(told);
  };
  const open = (): void => {
    source = new EventSource('/api/v1/notices/stream');
    source.addEventListener('unread', receive);
    source.addEventListener('notice', receive);
    // A browser gives up for good after a refusal (signed out, 503): the next try is ours.
    source.addEventListener('error', () => {
      if (source?.readyState === EventSource.CLOSED && !ended.signal.aborted) retry = setTimeout(open, retryMs);
    });
  };
  const close = (): void => {
    clearTimeout(retry);
    source?.close();
    others?.close();
  };
  // Locks exist on https and on this computer only; elsewhere each tab has a stream of its own.
  if (others && 'locks' in navigator) {
    const held = new Promise<void>((resolve) => ended.signal.addEventListener('abort', () => resolve()));
    void navigator.locks
      .request(channelName, { signal: ended.signal }, () => {
        open();
        return held;
      })
      .catch(() => undefined);
  } else open();
  return () => {
    ended.abort();
    close();
  };
}

/** Hears of notices as they come, with the count of unread ones. @returns what ends it */
export function listenToNotices(listener: Listener): () => void {
  listeners.add(listener);
  stop ??= start();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      stop?.();
      stop = null;
    }
  };
}
