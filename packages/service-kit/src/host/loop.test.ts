import { createLogger } from '../log/logger';
import { Loop } from './loop';

const log = createLogger('silent');
const until = async (check: () => boolean): Promise<void> => {
  while (!check()) await new Promise((resolve) => setImmediate(resolve));
};

test('a nudge during a round leads to one more round', async () => {
  let rounds = 0;
  let release: () => void = () => undefined;
  const loop = new Loop(
    'test',
    60_000,
    () => ((rounds += 1), new Promise<void>((resolve) => (release = resolve))),
    log,
  );
  loop.start();
  await until(() => rounds === 1);
  loop.nudge();
  loop.nudge();
  release();
  await until(() => rounds === 2);
  release();
  await loop.stop();
  expect(rounds).toBe(2);
});
test('a failing round is tried again, and nudges do not make it spin', async () => {
  let rounds = 0;
  const loop = new Loop(
    'test',
    5,
    () => ((rounds += 1), rounds < 3 ? Promise.reject(new Error('no')) : Promise.resolve()),
    log,
  );
  loop.start();
  await until(() => rounds === 1);
  await new Promise((resolve) => setImmediate(resolve));
  for (let i = 0; i < 100; i += 1) loop.nudge();
  expect(rounds).toBe(1);
  await until(() => rounds === 3);
  await loop.stop();
});
test('stop waits for the round in hand', async () => {
  let ended = false;
  const loop = new Loop(
    'test',
    1,
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      ended = true;
    },
    log,
  );
  loop.start();
  await loop.stop();
  expect(ended).toBe(true);
});
