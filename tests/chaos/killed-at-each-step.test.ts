import {
  answerIntroduction,
  downloadAgreementFile,
  getNeed,
  getPackageCapacity,
  getProviderRecord,
  introduce,
  submitNeed,
  type ServiceName,
} from '@duijie/contracts';
import { dayOf } from '@duijie/domain-kit';
import { clearNamespace, eventually, moveClock, testEnvironment, testNamespace } from '@duijie/testkit';
import { openMarket, type Market, type Provider } from '../e2e/market';
import { administratorOf } from '../e2e/people';
import { startMortalSystem, type Death, type DeathPoint, type MortalSystem } from './deaths';
import { figureOf } from './figures';
import { beginJourney, stepNames, type Journey, type Step, type StepName } from './mortal-journey';
import { draftNeed } from './people-at-work';
import { settledWith, untilSettled } from './standing';
import { throughDeaths } from './through-deaths';
import { introductionTracesOf, noticesOf, tracesOf } from './traces';

/** With DUIJIE_LONG=1 at every step; else where an award takes capacity, and where the last acceptance gives it back. */
const long = process.env['DUIJIE_LONG'] === '1';
const isKilledAt = (name: StepName): boolean => long || name === 'award' || name === 'accept';
// Every revival starts a process. Deliveries and jobs that the dead leave are found within 20 s.
jest.setTimeout(120_000);

const namespace = testNamespace('kill9');
let mortal: MortalSystem;
let market: Market;
/** Nobody dies of what happens to it: it shows what a journey leaves. */
let twin: Journey;
let killed: Journey;
let needIdAtDesk: string;

let moved = 0;
const environment = (): Readonly<Record<string, string>> => mortal.system.environment;
const comeTo = async (atMs: number): Promise<void> => {
  const by = Math.max(0, atMs + 1000 - Date.now() - moved);
  moved += by;
  await moveClock(environment(), by);
};
const today = (): string => dayOf(new Date(Date.now() + moved));
const figure = (service: ServiceName, sql: string, ...values: string[]): Promise<number> =>
  figureOf(environment(), service, sql, values);

const taking = (service: ServiceName, at: DeathPoint, ...event: string[]): Death => ({
  service,
  at,
  marks: [`events-${service}`, ...event],
});
/** Who dies of taking what a step tells. The events of one aggregate are told apart by the state that they tell. */
function takersOf(name: StepName, { lotId, winner, agreementId }: Journey): readonly Death[] {
  const lot = (state: string): string[] => ['lot.changed.v1', lotId, `"state":"${state}"`];
  const capacity = (used: number): string[] => ['capacity.changed.v1', winner.packageId, `"used":${used}`];
  const told = 'before acknowledgement';
  switch (name) {
    case 'respond':
      return [taking('desk', told, 'lot.changed.v1', lotId, '"responseCount":1')];
    case 'open':
      return [taking('needs', told, ...lot('deciding'))];
    case 'award':
      return [
        taking('desk', told, 'response.changed.v1', lotId, '"state":"awarded"'),
        taking('matcher', told, ...capacity(1)),
      ];
    case 'take effect':
      return [taking('desk', 'before the job is done', ...lot('effective'))];
    case 'sign':
      return [taking('matcher', told, ...lot('in_delivery'))];
    case 'deliver':
      return [taking('desk', told, 'agreement.changed.v1', agreementId(), '"state":"delivered"')];
    case 'accept':
      return [
        taking('needs', told, ...lot('completed')),
        taking('matcher', 'before the job is done', ...capacity(0)),
        { service: 'desk', at: 'before commit', marks: ['INSERT INTO notice (', 'agreement_completed', agreementId()] },
      ];
    case 'review':
      return [
        taking('desk', told, 'review.published.v1', agreementId()),
        taking('offers', told, 'record.changed.v1', winner.organisationId, '"ratingCount":1'),
      ];
  }
}

beforeAll(async () => {
  await clearNamespace(testEnvironment(namespace));
  mortal = await startMortalSystem(namespace, { DUIJIE_RATE_PERSON: '1000000' });
  market = await openMarket(mortal.system);
  const providers: Provider[] = [];
  for (const name of ['东门', '西门', '南门', '北门'])
    providers.push(await market.aProvider(`${name}物业服务有限公司`));
  const [one, other, ...rivals] = providers as [Provider, Provider, ...Provider[]];
  twin = await beginJourney(market, one, rivals, today);
  killed = await beginJourney(market, other, rivals, today);
});
afterAll(() => mortal?.system.stop());

test.each(stepNames)('%s: nothing lost, nothing doubled', async (name) => {
  const undisturbed = await twin.prepare(name);
  const step = await killed.prepare(name);
  const traces = () => tracesOf(environment(), killed);
  const whenDone = () => tracesOf(environment(), twin);
  const before = await whenDone();
  // What is due comes to both at once.
  if (undisturbed.by.kind !== 'due') await undisturbed.by.call();
  if (isKilledAt(name)) {
    const takers = takersOf(name, killed);
    await throughDeaths({ mortal, service: 'deals', step, takers, traces, whenDone, comeTo });
  } else if (step.by.kind === 'due') await comeTo(step.by.atMs);
  else await step.by.call();
  await eventually(async () => {
    const done = await whenDone();
    expect(done).not.toEqual(before);
    expect(await traces()).toEqual(done);
  }, 30_000);
});

test('a lot that dies with its service before COMMIT is opened once', async () => {
  await mortal.restored();
  const { client } = market.community;
  const { id, version } = await draftNeed(client, 1);
  needIdAtDesk = id;
  const death = mortal.arm({ service: 'deals', at: 'before commit', marks: ['lot.opened', id] });
  await client.call(submitNeed, { params: { needId: id }, ifMatch: version });
  await death.died();
  expect(await figure('deals', 'SELECT COUNT(*) AS n FROM lot WHERE need_id = ?', id)).toBe(0);
  await mortal.system.revive('deals');
});

test('an introduction is answered, with its notices: nothing lost, nothing doubled', async () => {
  const providers = [twin, killed].map(({ winner }) => winner);
  const { items } = await eventually(
    () =>
      market.broker.client.call(introduce, {
        body: {
          needId: needIdAtDesk,
          providers: providers.map(({ organisationId, packageId }) => ({ providerId: organisationId, packageId })),
        },
      }),
    30_000,
  );
  const [undisturbed, step] = items.map(({ id, version }, i) => {
    const input = { params: { introductionId: id }, ifMatch: version, body: { answer: 'interested' as const } };
    return { id, call: () => (providers[i] as Provider).client.callWithMeta(answerIntroduction, input) };
  }) as [IntroductionAnswer, IntroductionAnswer];
  const event = ['introduction.changed.v1', step.id, '"state":"interested"'];
  const traces = () => introductionTracesOf(environment(), step.id);
  const whenDone = () => introductionTracesOf(environment(), undisturbed.id);
  await undisturbed.call();
  await throughDeaths({
    mortal,
    service: 'desk',
    step: {
      transaction: ['introduction.interested', step.id],
      event: ['events-deals', ...event],
      by: { kind: 'change', call: step.call },
    },
    takers: [taking('deals', 'before acknowledgement', ...event)],
    traces,
    whenDone,
    comeTo,
  });
  expect((await traces()).rows).toEqual({ interested: 1, introduction_made: 1, introduction_interested: 2 });
});
interface IntroductionAnswer {
  readonly id: string;
  readonly call: Extract<Step['by'], { kind: 'change' | 'create' }>['call'];
}

test('started again, all catch up without a hand, and every event took effect once', async () => {
  await mortal.restored();
  const { client } = await administratorOf(mortal.system);
  expect(await untilSettled(mortal.system, client, 1)).toEqual(settledWith(1));
});

test('one live award a lot, capacity as it was, one review; every service holds what happened', async () => {
  const { client } = market.community;
  for (const journey of [twin, killed]) {
    const { lotId, needId, winner } = journey;
    const { rows } = await tracesOf(environment(), journey);
    expect(rows).toMatchObject({ responses: 3, 'responses counted': 3, receipts: 3, awards: 1, 'awards alive': 1 });
    expect(rows).toMatchObject({ uses: 1, 'capacity used': 0, agreements: 1, agreement_file: 1, review: 1 });
    const { used } = await client.call(getPackageCapacity, { params: { packageId: winner.packageId } });
    expect(used).toBe(0);
    const { lines, version } = await client.call(getProviderRecord, {
      params: { organisationId: winner.organisationId },
    });
    expect(lines).toMatchObject([{ completed: 1, ratingCount: 1 }]);

    expect((await client.call(getNeed, { params: { needId } })).state).toBe('completed');
    // What tells of a state that was left meanwhile may fall away; the rest is told once.
    expect(await noticesOf(environment(), journey)).toMatchObject({
      need_published: 1,
      result_won: 1,
      result_made: 1,
      result_not_won: 2,
      milestone_accepted: 1,
      agreement_completed: 2,
      review_published: 1,
    });
    expect(await figure('matcher', 'SELECT used AS n FROM capacity_copy WHERE package_id = ?', winner.packageId)).toBe(
      0,
    );
    expect(
      await figure('matcher', `SELECT COUNT(*) AS n FROM pair_step WHERE source_id = ? AND stage = 'awarded'`, lotId),
    ).toBe(1);
    expect(
      await figure('offers', 'SELECT sequence AS n FROM provider_record WHERE provider_id = ?', winner.organisationId),
    ).toBe(version);

    const agreementId = journey.agreementId();
    const [scan] = (await market.agreementNow(market.community, agreementId)).files;
    const params = { agreementId, fileId: scan?.id ?? '' };
    expect(await (await client.download(downloadAgreementFile, { params })).content.text()).toBe('%PDF-1.4 stamped');
  }
  expect(await figure('deals', 'SELECT COUNT(*) AS n FROM lot WHERE need_id = ?', needIdAtDesk)).toBe(1);
  expect(await figure('deals', `SELECT COUNT(*) AS n FROM introduction_copy WHERE state = 'interested'`)).toBe(2);
});

test('every process ends with code 0, and none has told of a fault', async () => {
  const codes = await mortal.system.stop();
  expect(codes).toEqual(codes.map(() => 0));
  expect(mortal.system.output()).not.toContain('"level":50');
});
