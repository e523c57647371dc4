import type { NeedBody, PackageBody, WeightsTryOut, WeightsVersion } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import { orderFigures } from '@duijie/match-engine';
import { Conflict, NotFound, type Audit, type Context, type Database } from '@duijie/service-kit';
import type { MatchingEngine } from '../engine/matching-engine';
import type { Subjects } from '../persistence/subjects.read-model';
import { engineNeedOf } from '../to-engine';
import { presentWeights } from './http/weights.presenter';
import { dayOfNeed, type pastParts } from './past-parts';
import { weightsInForce } from './propose-weights';
import type { PastNeeds } from './persistence/past-needs.read-model';
import type { WeightsRepository } from './persistence/weights.repository';
import type { KeptWeights } from './weights-version';

const needsTried = 300;
const atOnce = 50;
const firstTen = 10;
const mostDifferences = 50;

interface Tried {
  readonly need: NeedBody;
  readonly inForce: readonly string[];
  readonly proposed: readonly string[];
}
const entered = ({ inForce, proposed }: Tried): string[] => proposed.filter((id) => !inForce.includes(id));
const gone = ({ inForce, proposed }: Tried): string[] => inForce.filter((id) => !proposed.includes(id));
const moved = (one: Tried): number => entered(one).length + gone(one).length;

interface Deps {
  readonly database: Database;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly engine: MatchingEngine;
  readonly subjects: Subjects;
  readonly weights: WeightsRepository;
  readonly past: PastNeeds;
  readonly pastParts: ReturnType<typeof pastParts>;
}

async function listsOf({ engine, subjects, past }: Deps, ctx: Context, kept: KeptWeights): Promise<Tried[]> {
  const needs = await past.latest(needsTried);
  const walls = await subjects.wallsOf(ctx, needs);
  const tried: Tried[] = [];
  for (let at = 0; at < needs.length; at += atOnce) {
    const part = needs.slice(at, at + atOnce);
    const { output } = await engine.run('packages', 'tryOut', {
      needs: part.map((need) => ({
        need: engineNeedOf(need, walls.get(need.id) ?? { excluded: [], flagged: [] }),
        asOfDay: dayOfNeed(need),
      })),
      weights: kept.weights,
      k: firstTen,
    });
    tried.push(...output.flatMap((lists, i) => (part[i] ? [{ need: part[i], ...lists }] : [])));
  }
  return tried;
}

function differencesOf(
  tried: readonly Tried[],
  bodies: ReadonlyMap<string, PackageBody>,
): WeightsTryOut['differences'] {
  const named = (packageId: string): WeightsTryOut['differences'][number]['entered'][number] => ({
    packageId,
    title: bodies.get(packageId)?.title ?? '',
    providerName: bodies.get(packageId)?.providerName ?? '',
  });
  const first = (ids: readonly string[]) => (ids[0] === undefined ? null : named(ids[0]));
  return tried.map((one) => ({
    needId: one.need.id,
    title: one.need.title,
    entered: entered(one).map(named),
    left: gone(one).map(named),
    firstBefore: first(one.inForce),
    firstAfter: first(one.proposed),
  }));
}

/**
 * Tries proposed weights out on past needs beside those in force: who would enter and leave the first tens, and which of
 * both agrees better with what people did. What was found is kept with the proposal, for whoever is to release it.
 */
export const tryOutWeights =
  (deps: Deps) =>
  async (ctx: Context, weightsId: string): Promise<WeightsVersion> => {
    const { weights } = deps;
    const kept = await weights.find(ctx, weightsId);
    if (!kept) throw new NotFound();
    const inForce = await weightsInForce(weights, ctx);
    const tried = await listsOf(deps, ctx, kept);
    const past = await deps.pastParts(ctx);
    const told = orderFigures(past, inForce.weights.points);
    const foretold = orderFigures(past, kept.weights.points);
    const differing = tried.filter((one) => moved(one) > 0 || one.inForce[0] !== one.proposed[0]);
    const shown = differing.toSorted((a, b) => moved(b) - moved(a)).slice(0, mostDifferences);
    const bodies = await deps.subjects.packageBodies(ctx, [
      ...new Set(shown.flatMap((one) => [...one.inForce, ...one.proposed])),
    ]);
    const tryOut: WeightsTryOut = {
      at: deps.clock.now().toISOString(),
      against: inForce.label,
      needs: tried.length,
      changed: tried.filter((one) => moved(one) > 0).length,
      otherFirst: tried.filter((one) => one.inForce[0] !== one.proposed[0]).length,
      outcomes: told && foretold && { inForce: told, proposed: foretold },
      differences: differencesOf(shown, bodies),
    };
    return deps.database.run(ctx, async (inner) => {
      const { asked } = await weights.lock(inner, weightsId);
      if (!asked) throw new NotFound();
      if (asked.state === 'in_force')
        throw new Conflict('weights.in-force', { zh: '现行权重无须试算', en: 'These weights are in force' });
      const after = { ...asked, tryOut, version: asked.version + 1 };
      await weights.update(inner, after);
      const { differences: _differences, ...figures } = tryOut;
      await deps.audit.record(inner, {
        action: 'weights.tried',
        aggregate: { type: 'weights', id: weightsId },
        data: figures,
      });
      return presentWeights(after);
    });
  };
