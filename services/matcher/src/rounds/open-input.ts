import type { Context } from '@duijie/service-kit';
import { planOf } from './plan-of';
import type { RoundFacts, RoundRow } from './round';
import type { RoundDeps } from './round-deps';
import type { OpenInput } from './thread/round-protocol';

/** @returns facts as a thread takes them in */
export function openInputOf(facts: RoundFacts): OpenInput {
  return {
    plan: planOf(facts),
    regard: facts.pairs.map(({ regard }) => regard),
    pinned: facts.pairs.filter(({ mark }) => mark === 'pinned').map(({ needId, packageId }) => ({ needId, packageId })),
    vetoed: facts.pairs.filter(({ mark }) => mark === 'vetoed').map(({ needId, packageId }) => ({ needId, packageId })),
  };
}

/** Reads a round as it was put together and marked. */
export async function readOpenInput(
  ctx: Context,
  { parts }: Pick<RoundDeps, 'parts'>,
  row: RoundRow,
): Promise<OpenInput> {
  const needs = await parts.needs(ctx, row.id);
  const packages = await parts.packages(ctx, row.id);
  const pairs = await parts.pairs(ctx, row.id);
  return openInputOf({
    roundId: row.id,
    settings: row.settings,
    needs,
    packages,
    pairs,
    offersBefore: row.offersBefore,
  });
}
