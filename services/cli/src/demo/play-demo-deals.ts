import {
  listAgreements,
  listLotResponses,
  listLots,
  type AgreementState,
  type LotState,
  type ResponseState,
} from '@duijie/contracts';
import { CommandFailed } from '../terminal/command-failed';
import type { Voice } from '../terminal/voice';
import { contestStories, type Story } from './contest-stories';
import { deliveryStories } from './delivery-stories';
import { needStories } from './need-stories';
import { createStage, type Cast } from './stage';

/** So long the needs of the set may take to reach deals. */
const catchUpMs = 20_000;
/** How many stories are told side by side. */
const atOnce = 6;

/** Names of the stories that this demo has begun, kept beyond the process. */
export interface BegunStories {
  has(name: string): boolean;
  add(name: string): void;
}

/** What the demo's deals came to, by state. */
export interface DealCounts {
  readonly lots: Readonly<Partial<Record<LotState, number>>>;
  readonly responses: Readonly<Partial<Record<ResponseState, number>>>;
  readonly agreements: Readonly<Partial<Record<AgreementState, number>>>;
}

function countBy<K extends string>(states: readonly K[]): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const state of states) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

async function countsOf({ association }: Cast): Promise<DealCounts> {
  const lots: { id: string; state: LotState; responseCount: number }[] = [];
  for await (const lot of association.pages(listLots, { query: { limit: 100 } })) lots.push(lot);
  const answered = lots.filter(({ responseCount }) => responseCount > 0);
  const responses = await Promise.all(
    answered.map(({ id }) => association.call(listLotResponses, { params: { lotId: id }, query: { limit: 100 } })),
  );
  const agreements: AgreementState[] = [];
  for await (const { state } of association.pages(listAgreements, { query: { limit: 100 } })) agreements.push(state);
  return {
    lots: countBy(lots.map(({ state }) => state)),
    responses: countBy(responses.flatMap(({ items }) => items.map(({ state }) => state))),
    agreements: countBy(agreements),
  };
}

/** @returns whether every need of the set has its lot: one that was loaded before deals existed never will */
async function haveLots({ association, needs }: Cast): Promise<boolean> {
  const end = Date.now() + catchUpMs;
  const wanted = new Set([...needs.values()].map(({ id }) => id));
  for (;;) {
    const found = new Set<string>();
    for await (const { needId } of association.pages(listLots, { query: { limit: 100 } })) found.add(needId);
    if ([...wanted].every((id) => found.has(id))) return true;
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/**
 * Has the demo's people deal with each other by the product's own API, so that every state can be seen. May be repeated: a
 * story that was begun before and broken off stays where it is.
 * @returns null where the city was loaded by an earlier version, whose needs have no lots
 */
export async function playDemoDeals(cast: Cast, begun: BegunStories, voice: Voice): Promise<DealCounts | null> {
  if (!(await haveLots(cast))) return null;
  const stage = createStage(cast);
  const stories: readonly Story[] = [...deliveryStories, ...contestStories, ...needStories];
  const waiting = stories.filter(({ name }) => !begun.has(name));
  const all = waiting.length;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let story = waiting.shift(); story; story = waiting.shift()) {
        voice.progress({
          zh: `撮合示例 ${all - waiting.length}/${all}`,
          en: `Sample deals ${all - waiting.length}/${all}`,
        });
        begun.add(story.name);
        await story.tell(stage).catch((error: unknown) => {
          const said = error instanceof Error ? error.message : String(error);
          throw new CommandFailed({
            zh: `撮合示例 ${story.name} 没有演完：${said}`,
            en: `The sample deal ${story.name} broke off: ${said}`,
          });
        });
      }
    }),
  );
  return countsOf(cast);
}
