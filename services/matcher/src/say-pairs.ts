import { dayOf, type Clock } from '@duijie/domain-kit';
import type { Ranked } from '@duijie/match-engine';
import type { Context, Logger } from '@duijie/service-kit';
import type { MatchingEngine } from './engine/matching-engine';
import type { Subjects } from './persistence/subjects.read-model';
import { engineNeedOf, enginePackageOf } from './to-engine';

/** A list does not wait longer for its sentences, as when the index is read anew after a start. */
const patienceMs = 2000;

/** A pair of which something is to be said. */
export interface SaidPair {
  readonly needId: string;
  readonly packageId: string;
}
/** What is said of pairs; undefined where nothing can be said in time. */
export type SayPairs = (ctx: Context, pairs: readonly SaidPair[]) => Promise<(pair: SaidPair) => Ranked | undefined>;

const keyOf = ({ needId, packageId }: SaidPair): string => `${needId} ${packageId}`;

/** Says reasons and findings of stored pairs by the present state of both sides. */
export const sayPairs =
  ({
    clock,
    engine,
    subjects,
    log,
  }: {
    readonly clock: Clock;
    readonly engine: MatchingEngine;
    readonly subjects: Subjects;
    readonly log: Logger;
  }): SayPairs =>
  async (ctx, pairs) => {
    if (pairs.length === 0) return () => undefined;
    const needIds = [...new Set(pairs.map(({ needId }) => needId))];
    const bodies = await subjects.needBodies(ctx, needIds);
    const walls = await subjects.wallsOf(ctx, [...bodies.values()]);
    const needs = needIds.flatMap((needId) => {
      const body = bodies.get(needId);
      const wall = walls.get(needId);
      const packageIds = pairs.flatMap((pair) => (pair.needId === needId ? [pair.packageId] : []));
      return body && wall ? [{ needId, need: engineNeedOf(body, wall), packageIds }] : [];
    });
    const closed = (await subjects.packagesNotOffered(ctx, [...new Set(pairs.map(({ packageId }) => packageId))])).map(
      ({ body, provider, capacityUsed, exposureOwed }) => enginePackageOf(body, provider, capacityUsed, exposureOwed),
    );
    const said = new Map<string, Ranked>();
    const ask = async (): Promise<void> => {
      const { output } = await engine.run('ask', 'describe', { needs, packages: closed, asOfDay: dayOf(clock.now()) });
      for (const [at, { needId }] of needs.entries())
        for (const ranked of output[at] ?? []) said.set(keyOf({ needId, packageId: ranked.packageId }), ranked);
    };
    const asked = ask().catch((error: unknown) => log.warn({ err: error }, 'nothing could be said of a list'));
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([asked, new Promise((done) => (timer = setTimeout(done, patienceMs)))]);
    clearTimeout(timer);
    return (pair) => said.get(keyOf(pair));
  };
