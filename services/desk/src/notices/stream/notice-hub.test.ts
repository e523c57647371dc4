import type { Signals } from '@duijie/service-kit';
import { createNoticeHub, noticeSignal } from './notice-hub';

/** Signals of one process, which can be cut. */
function aWire() {
  const hearing = new Set<(message: string) => void>();
  const wire = { cut: false, count: () => hearing.size };
  const signals: Signals = {
    send(topic, message) {
      if (topic === noticeSignal && !wire.cut) for (const hear of hearing) hear(message);
    },
    listen(_topic, hear) {
      hearing.add(hear);
      return () => void hearing.delete(hear);
    },
  };
  return { wire, signals };
}
const positions = new Map<string, number>();
const hubOn = (signals: Signals, pollMs = 600_000, onFault = (): void => undefined) =>
  createNoticeHub({
    signals,
    pollMs,
    onFault,
    lastPositions: async (ids) => {
      if (positions.get('fault') === 1) throw new Error('away');
      return new Map(ids.flatMap((id) => (positions.has(id) ? [[id, positions.get(id) ?? 0] as const] : [])));
    },
  });
const never = new AbortController().signal;
/** Whether it settles before anything else that waits for a turn. */
const settles = async (work: Promise<void>): Promise<boolean> => {
  let done = false;
  void work.then(() => (done = true));
  await new Promise((resolve) => setImmediate(resolve));
  return done;
};
beforeEach(() => positions.clear());

test('a signal wakes those concerned, also one that came before they slept; nonsense wakes nobody', async () => {
  const { signals } = aWire();
  const hub = hubOn(signals);
  const one = hub.watch(['a', 'b'], never);
  const other = hub.watch(['c'], never);
  signals.send(noticeSignal, '["b"]');
  expect(await settles(one.next())).toBe(true);
  const sleeping = one.next();
  signals.send(noticeSignal, '{"a":1}');
  signals.send(noticeSignal, 'a');
  expect(await settles(sleeping)).toBe(false);
  expect(await settles(other.next())).toBe(false);
  signals.send(noticeSignal, '["a"]');
  expect(await settles(sleeping)).toBe(true);
  one.end();
  other.end();
});
test('the end of a stream ends its sleep, and the last one the listening', async () => {
  const { signals, wire } = aWire();
  const hub = hubOn(signals);
  const leaving = new AbortController();
  const watch = hub.watch(['a'], leaving.signal);
  const sleeping = watch.next();
  leaving.abort();
  expect(await settles(sleeping)).toBe(true);
  expect(await settles(watch.next())).toBe(true);
  expect(wire.count()).toBe(1);
  watch.end();
  expect(wire.count()).toBe(0);
});
test('a lost signal is made good by the poll, also after one that failed', async () => {
  const { signals, wire } = aWire();
  let hub = hubOn(signals);
  const failed = new Promise<void>((resolve) => {
    hub = hubOn(signals, 5, resolve);
  });
  const watch = hub.watch(['a'], never);
  wire.cut = true;
  positions.set('fault', 1);
  await failed;
  positions.delete('fault');
  positions.set('a', 1);
  await watch.next();
  positions.set('a', 2);
  await watch.next();
  watch.end();
});
