import { NoAnswer, ProblemError } from '@duijie/api-client';
import { changeNeed, getNeed } from '@duijie/contracts';
import { clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import { aCommunityOf, administratorOf, type SignedIn } from '../e2e/people';
import { startSystem, type RunningSystem } from '../e2e/running-system';
import { figureOf } from './figures';
import { draftNeed, keepOn } from './people-at-work';
import { untilSettled } from './standing';

jest.setTimeout(90_000);
const namespace = testNamespace('races');
let system: RunningSystem;
let administrator: SignedIn;
let community: SignedIn;

const needsThere = (): Promise<number> => figureOf(system.environment, 'needs', 'SELECT COUNT(*) AS n FROM need');
/** What became of a call: its status, or what was thrown that is no refusal. */
const outcomeOf = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
    return 'done';
  } catch (error) {
    if (error instanceof ProblemError) return `${error.status} ${error.code}`;
    throw error;
  }
};

beforeAll(async () => {
  await clearNamespace(testEnvironment(namespace));
  system = await startSystem('one process', namespace, { DUIJIE_RATE_PERSON: '1000000' });
  administrator = await administratorOf(system);
  community = await aCommunityOf(system.url, administrator.client, '锦江区');
});
afterAll(() => system?.stop());

test('50 keys, each sent by four at a time: 50 needs, and a later repetition gets the first answer', async () => {
  await eventually(() => draftNeed(community.client, 0), 20_000);
  const before = await needsThere();
  const outcomes = await Promise.all(
    Array.from({ length: 200 }, (_, i) => outcomeOf(draftNeed(community.client, i % 50, `one-key-of-50-${i % 50}`))),
  );
  expect(outcomes.filter((outcome) => outcome !== 'done' && outcome !== '409 in-flight')).toEqual([]);
  expect(await needsThere()).toBe(before + 50);

  const first = await draftNeed(community.client, 7, 'one-key-of-50-7');
  const again = await draftNeed(community.client, 7, 'one-key-of-50-7');
  expect(again).toEqual(first);
  const other = draftNeed(community.client, 8, 'one-key-of-50-7');
  expect(await outcomeOf(other)).toBe('422 key-reused');
  expect(await needsThere()).toBe(before + 50);
});

test('20 rounds of eight changes of one version at a time: one is done each round, the others are told', async () => {
  let { id: needId, version } = await draftNeed(community.client, 1000);
  for (let round = 1; round <= 20; round += 1) {
    const titleOf = (hand: number): string => `第 ${round} 轮，第 ${hand} 手`;
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, hand) =>
        outcomeOf(
          community.client.call(changeNeed, { params: { needId }, body: { title: titleOf(hand) }, ifMatch: version }),
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === '412 precondition-failed')).toHaveLength(7);
    const now = await community.client.call(getNeed, { params: { needId } });
    expect(now.title).toBe(titleOf(outcomes.indexOf('done')));
    expect(now.version).toBe(version + 1);
    version = now.version;
  }
});

test('SIGTERM under load: exit code 0, every acknowledged need is there, and the next start goes on', async () => {
  const acknowledged: string[] = [];
  const hands = 8;
  let ended = 0;
  let stopped: Promise<(number | null)[]> | undefined;
  const before = await needsThere();
  await Promise.all(
    Array.from({ length: hands }, (_, hand) => {
      let over = false;
      return keepOn(
        () => over,
        async (piece) => {
          try {
            const { id } = await draftNeed(community.client, 10_000 * (hand + 1) + piece);
            acknowledged.push(id);
            if (acknowledged.length >= 80) stopped ??= system.stop();
          } catch (error) {
            // Before the signal nobody is refused; after it the door is closed.
            if (!stopped || !(error instanceof NoAnswer || (error instanceof ProblemError && error.status === 503)))
              throw error;
            over = true;
            ended += 1;
          }
        },
      );
    }),
  );
  expect(await stopped).toEqual([0]);
  expect(ended).toBe(hands);
  expect(system.output()).not.toContain('did not end cleanly');
  const kept = await figureOf(
    system.environment,
    'needs',
    `SELECT COUNT(*) AS n FROM need WHERE id IN (${acknowledged.map(() => '?').join(',')})`,
    acknowledged,
  );
  expect(kept).toBe(acknowledged.length);
  // At most what was under way when the door closed is there without its answer.
  expect((await needsThere()) - before - acknowledged.length).toBeLessThanOrEqual(hands);

  await system.revive('needs');
  await untilSettled(system, administrator.client, 0);
  expect(await system.stop()).toEqual([0]);
});
