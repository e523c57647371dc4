import { weightParts, type WeightsLearning } from '@duijie/contracts';
import { LEAST_NEEDS, orderFigures } from '@duijie/match-engine';
import type { Context } from '@duijie/service-kit';
import type { MatchingEngine } from '../engine/matching-engine';
import { presentWeights } from './http/weights.presenter';
import type { pastParts } from './past-parts';
import type { WeightsRepository } from './persistence/weights.repository';
import { weightsInForce, type proposeWeights } from './propose-weights';

const shown = (figure: number): string => figure.toFixed(3);

/** Learns weights from what became of past needs and proposes them, if they hold on needs that they were not learnt from. */
export const learnWeights =
  (deps: {
    readonly engine: MatchingEngine;
    readonly weights: WeightsRepository;
    readonly pastParts: ReturnType<typeof pastParts>;
    readonly propose: ReturnType<typeof proposeWeights>;
  }) =>
  async (ctx: Context): Promise<WeightsLearning> => {
    const past = (await deps.pastParts(ctx)).map(({ needId, pairs }) => ({
      needId,
      pairs: pairs.map(({ packageId, grade, permille }) => ({ packageId, grade, permille })),
    }));
    const inForce = await weightsInForce(deps.weights, ctx);
    const { points } = inForce.weights;
    const needs = orderFigures(past, points)?.needs ?? 0;
    const { output: learnt } = await deps.engine.run('packages', 'learn', { needs: past });
    const told = { needs, needed: LEAST_NEEDS, heldOut: learnt?.heldOut ?? null };
    if (!learnt || learnt.heldOut.learnt.ndcg10 <= learnt.heldOut.inForce.ndcg10) return { ...told, proposal: null };
    const { heldOut } = learnt;
    const standing = (await deps.weights.learntFrom(ctx, inForce.label)).find((kept) =>
      weightParts.every((name) => kept.weights.points[name] === learnt.points[name]),
    );
    if (standing) return { ...told, proposal: presentWeights(standing) };
    const changes = weightParts
      .filter((name) => learnt.points[name] !== points[name])
      .map((name) => ({ name, value: learnt.points[name] }));
    return {
      ...told,
      proposal: await deps.propose(ctx, {
        reason: `从 ${needs} 个以往需求的对接结果学习：未参与学习的需求上 ndcg@10 由 ${shown(heldOut.inForce.ndcg10)} 到 ${shown(heldOut.learnt.ndcg10)}`,
        changes,
        learnt: heldOut,
      }),
    };
  };
