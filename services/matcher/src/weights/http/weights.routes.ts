import {
  getMatchingWeights,
  getWeightsVersion,
  learnWeights,
  listWeightsVersions,
  proposeWeights,
  releaseWeights,
  rollBackWeights,
  tryOutWeights,
  withdrawWeights,
} from '@duijie/contracts';
import { bind, NotFound, type BoundRoute } from '@duijie/service-kit';
import type { decideWeights } from '../decide-weights';
import type { learnWeights as learn } from '../learn-weights';
import type { proposeWeights as propose } from '../propose-weights';
import type { publishedWeights } from '../published-weights';
import type { tryOutWeights as tryOut } from '../try-out-weights';
import type { WeightsRepository } from '../persistence/weights.repository';
import { presentWeights } from './weights.presenter';

/** What people do with weights. */
export interface WeightsUseCases {
  readonly weights: WeightsRepository;
  readonly published: ReturnType<typeof publishedWeights>;
  readonly propose: ReturnType<typeof propose>;
  readonly learn: ReturnType<typeof learn>;
  readonly tryOut: ReturnType<typeof tryOut>;
  readonly decide: ReturnType<typeof decideWeights>;
}

export const weightsRoutes = (uses: WeightsUseCases): readonly BoundRoute[] => [
  bind(getMatchingWeights, () => uses.published()),
  bind(listWeightsVersions, async (_ctx, { query }) => {
    const page = await uses.weights.list(query);
    return { ...page, items: page.items.map(presentWeights) };
  }),
  bind(getWeightsVersion, async (ctx, { params }) => {
    const kept = await uses.weights.find(ctx, params.weightsId);
    if (!kept) throw new NotFound();
    return presentWeights(kept);
  }),
  bind(proposeWeights, (ctx, { body }) => uses.propose(ctx, { ...body, learnt: null })),
  bind(learnWeights, (ctx) => uses.learn(ctx)),
  bind(tryOutWeights, (ctx, { params }) => uses.tryOut(ctx, params.weightsId)),
  bind(releaseWeights, (ctx, { params, body, ifMatch }) =>
    uses.decide(ctx, { ...params, ...body, ifMatch, transition: 'release' }),
  ),
  bind(withdrawWeights, (ctx, { params, body, ifMatch }) =>
    uses.decide(ctx, { ...params, ...body, ifMatch, transition: 'withdraw' }),
  ),
  bind(rollBackWeights, (ctx, { params, body, ifMatch }) =>
    uses.decide(ctx, { ...params, ...body, ifMatch, transition: 'rollBack' }),
  ),
];
