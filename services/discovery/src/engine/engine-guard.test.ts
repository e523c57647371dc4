import type { Logger } from '@duijie/service-kit';
import { MeilisearchApiError, MeilisearchRequestError } from 'meilisearch';
import { createEngineGuard, type EngineGuard } from './engine-guard';

const said: [level: string, message: string][] = [];
const log = {
  info: (_facts: unknown, message: string) => said.push(['info', message]),
  warn: (_facts: unknown, message: string) => said.push(['warn', message]),
} as unknown as Logger;

const unreachable = new MeilisearchRequestError('http://engine', new Error('ECONNREFUSED'));
const status = (code: string, number: number) =>
  new MeilisearchApiError(new Response(null, { status: number }), { message: code, code, type: 'x', link: '' });
const failWith = (error: unknown) => (): Promise<never> => Promise.reject(error);
/** Answers never; ends with the budget, as the client does. */
const never = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new MeilisearchRequestError('http://engine', signal.reason)));
  });
/** Whether the next question would reach the engine. */
const asks = async (guard: EngineGuard): Promise<boolean> =>
  (await guard.ask(1000, () => Promise.resolve('here'))).answer === 'here';

beforeEach(() => said.splice(0));

test('one failure, or two, keep nobody else from asking, and nothing is said of them', async () => {
  const guard = createEngineGuard(log, 'search', true);
  for (let round = 0; round < 3; round += 1) {
    expect(await guard.ask(1000, failWith(unreachable))).toEqual({ answer: null, fault: 'away' });
    expect(await guard.ask(5, never)).toEqual({ answer: null, fault: 'away' });
    expect(await asks(guard)).toBe(true);
  }
  expect(said).toEqual([]);
});

test('after three in a row the engine is left alone, then one question tries it', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
  try {
    const guard = createEngineGuard(log, 'search', true);
    for (let i = 0; i < 3; i += 1) await guard.ask(1000, failWith(unreachable));
    expect(await asks(guard)).toBe(false);
    jest.advanceTimersByTime(1001);
    const trying = guard.ask(1000, failWith(unreachable));
    expect(await asks(guard)).toBe(false);
    await trying;
    expect(await asks(guard)).toBe(false);
    jest.advanceTimersByTime(1001);
    expect([await asks(guard), await asks(guard)]).toEqual([true, true]);
    expect(said.map(([level]) => level)).toEqual(['warn', 'info']);
  } finally {
    jest.useRealTimers();
  }
});

test('a wish for speed that is not met says nothing of the engine', async () => {
  const guard = createEngineGuard(log, 'suggestions', false);
  for (let i = 0; i < 5; i += 1) expect(await guard.ask(1, never)).toEqual({ answer: null, fault: 'away' });
  expect(await asks(guard)).toBe(true);
  expect(said).toEqual([]);
});

test('what the engine refuses, or has no index for, is an answer; only a refusal is worth a word', async () => {
  const guard = createEngineGuard(log, 'search', true);
  for (let i = 0; i < 4; i += 1) {
    expect(await guard.ask(1000, failWith(status('index_not_found', 404)))).toMatchObject({ fault: 'missing' });
    expect(said).toEqual([]);
  }
  for (let i = 0; i < 4; i += 1)
    expect(await guard.ask(1000, failWith(status('invalid_search_filter', 400)))).toMatchObject({ fault: 'refused' });
  expect(said.map(([, message]) => message)).toEqual(Array(4).fill('search engine refused a question'));
  expect(await asks(guard)).toBe(true);
  expect(await guard.ask(1000, failWith(status('no_healthy_upstream', 503)))).toMatchObject({ fault: 'away' });
});
