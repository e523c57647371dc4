import { weightParts, type proposeWeights as contract, type WeightsVersion } from '@duijie/contracts';
import { newId, type Clock } from '@duijie/domain-kit';
import { weightsFaults, type LearntPoints, type Weights, type WeightsFault } from '@duijie/match-engine';
import {
  faultAt,
  personOf,
  Unavailable,
  ValidationFailed,
  type Audit,
  type Context,
  type Database,
  type Fault,
} from '@duijie/service-kit';
import type { z } from 'zod';
import { presentWeights } from './http/weights.presenter';
import type { WeightsRepository } from './persistence/weights.repository';
import type { KeptWeights } from './weights-version';

/** What is proposed, and where it comes from. */
export interface Proposal {
  readonly reason: string;
  readonly changes: z.output<typeof contract.body>['changes'];
  readonly learnt: LearntPoints['heldOut'] | null;
}

/** The weights in force. @throws Unavailable before the first start has written them down */
export async function weightsInForce(weights: WeightsRepository, ctx: Context): Promise<KeptWeights> {
  const inForce = await weights.inForce(ctx);
  if (!inForce) throw new Unavailable({ zh: '权重尚未载入，请稍后再试', en: 'The weights are not loaded yet' }, 1);
  return inForce;
}

const isPart = (name: string): name is (typeof weightParts)[number] =>
  (weightParts as readonly string[]).includes(name);

function changed(from: Weights, label: string, changes: Proposal['changes']): Weights {
  const parts = Object.fromEntries(changes.filter(({ name }) => isPart(name)).map(({ name, value }) => [name, value]));
  const settings = Object.fromEntries(
    changes.filter(({ name }) => !isPart(name)).map(({ name, value }) => [name, value]),
  );
  return { ...from, ...settings, version: label, points: { ...from.points, ...parts } };
}

const wordsOf = (fault: WeightsFault, changes: Proposal['changes']): Fault =>
  fault.kind === 'total'
    ? faultAt(
        '/changes',
        `各项（不含“明说不做”）须合计 10000 分，现为 ${fault.total} 分`,
        `All parts without limits must come to 10000; they come to ${fault.total}`,
      )
    : faultAt(
        `/changes/${Math.max(
          0,
          changes.findIndex(({ name }) => name === fault.name),
        )}/value`,
        `须为 ${fault.least} 至 ${fault.most} 的整数`,
        `A whole number from ${fault.least} to ${fault.most}`,
      );

/** Writes down weights that differ from those in force, for somebody else to release. */
export const proposeWeights =
  (deps: {
    readonly database: Database;
    readonly audit: Audit;
    readonly clock: Clock;
    readonly weights: WeightsRepository;
  }) =>
  (ctx: Context, { reason, changes, learnt }: Proposal): Promise<WeightsVersion> =>
    deps.database.run(ctx, async (inner) => {
      const { weights } = deps;
      const { personId, name } = personOf(inner);
      const inForce = await weightsInForce(weights, inner);
      const now = deps.clock.now();
      const no = await weights.nextNo(inner);
      const label = `w${no}`;
      const proposed = changed(inForce.weights, label, changes);
      const faults = weightsFaults(proposed);
      if (faults.length > 0) throw new ValidationFailed(faults.map((fault) => wordsOf(fault, changes)));
      const { version: _a, ...before } = inForce.weights;
      const { version: _b, ...after } = proposed;
      if (JSON.stringify(before) === JSON.stringify(after))
        throw new ValidationFailed([faultAt('/changes', '与现行权重相同', 'The same as the weights in force')]);
      const kept: KeptWeights = {
        id: newId(now.getTime()),
        no,
        label,
        state: 'proposed',
        source: learnt ? 'learnt' : 'person',
        basedOn: inForce.label,
        weights: proposed,
        before: inForce.weights,
        reason,
        learnt: learnt && { inForce: learnt.inForce, learnt: learnt.learnt },
        tryOut: null,
        proposedBy: personId,
        proposedByName: name,
        proposedAt: now,
        releasedBy: null,
        releasedByName: null,
        releasedAt: null,
        version: 1,
      };
      await weights.insert(inner, kept);
      await deps.audit.record(inner, {
        action: 'weights.proposed',
        aggregate: { type: 'weights', id: kept.id },
        to: 'proposed',
        reason,
        data: { label, basedOn: inForce.label, changes },
      });
      return presentWeights(kept);
    });
