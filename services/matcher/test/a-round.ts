import type { Actor, RoundNeed, RoundView } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { actorHeaders, aPerson } from '@duijie/testkit';
import { startCity } from './a-city';
import { aNeed, anOrganisation, aPackage, theTaxonomy } from './facts';

const districts = ['锦江区', '青羊区', '成华区'];

/** Needs in three districts that every package of {@link startRounds} fits. */
export const needsOf = (count: number) =>
  Array.from({ length: count }, (_, n) => {
    const { place } = aNeed();
    return aNeed({ place: { ...place, district: districts[n % 3]! } });
  });

/** A city of four packages with two places each and some needs, and a broker who holds rounds over them. */
export async function startRounds(word: string, needCount: number) {
  const broker = aPerson('association', 'broker');
  const packages = Array.from({ length: 4 }, (_, n) =>
    aPackage({
      title: `电梯检修与更新${n + 1}队`,
      capacity: 2,
      trackRecord: { ratingMean: 4.9 - n * 0.4, ratingCount: 20, completed: 12 - n * 4 },
    }),
  );
  const providers = packages.map(({ providerId }, n) =>
    anOrganisation({ id: providerId, name: `锦里电梯${n + 1}公司` }),
  );
  const needs = needsOf(needCount);
  const city = await startCity(word);
  await city.taxonomy(theTaxonomy());
  await city.organisations(providers);
  await city.packages(packages);
  await city.needs(needs);
  await city.settled(needs.length);

  async function send(method: 'POST' | 'PATCH', actor: Actor, path: string, body: unknown, ifMatch?: number) {
    const response = await fetch(`${city.host.url}/api/v1${path}`, {
      method,
      headers: {
        ...actorHeaders(city.environment, actor),
        'content-type': 'application/json',
        ...(ifMatch === undefined ? { 'idempotency-key': newId(Date.now()) } : { 'if-match': `"${ifMatch}"` }),
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as RoundView & { reason?: string } };
  }
  const post = (actor: Actor, path: string, body: unknown, ifMatch?: number) =>
    send('POST', actor, path, body, ifMatch);
  const act = (round: RoundView, step: string, body: unknown = {}, actor: Actor = broker) =>
    post(actor, `/rounds/${round.id}/${step}`, body, round.version);
  /** @throws Error with the refusal */
  async function must(round: RoundView, step: string, body: unknown = {}): Promise<RoundView> {
    const answer = await act(round, step, body);
    if (answer.status !== 200) throw new Error(`${step}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
  async function start(needIds: readonly string[], settings: Record<string, unknown> = {}): Promise<RoundView> {
    const selection = { by: 'hand', needIds };
    const answer = await post(broker, '/rounds', { title: '电梯专场', selection, settings });
    if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
  const get = async <T>(path: string, actor: Actor = broker) =>
    (await city.call(actor, path)) as { status: number; body: T };
  const needsIn = async (round: RoundView, show = 'all') =>
    (await get<{ items: RoundNeed[] }>(`/rounds/${round.id}/needs?limit=100&show=${show}`)).body.items;
  return {
    city,
    broker,
    packages,
    providers,
    needs,
    send,
    post,
    act,
    must,
    start,
    get,
    needsIn,
    chosenIn: async (round: RoundView) =>
      (await needsIn(round)).flatMap(({ needId, candidates }) =>
        candidates
          .filter(({ chosenBy }) => chosenBy.includes('optimum'))
          .map(({ packageId }) => ({ needId, packageId })),
      ),
    cancel: async (round: RoundView): Promise<void> => {
      const { body } = await get<RoundView>(`/rounds/${round.id}`);
      await must(body, 'cancel', { reason: '测试结束' });
    },
  };
}
export type Rounds = Awaited<ReturnType<typeof startRounds>>;
