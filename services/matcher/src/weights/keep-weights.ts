import { newId, type Clock } from '@duijie/domain-kit';
import { defaultWeights } from '@duijie/match-engine';
import type { Audit, TransactionContext } from '@duijie/service-kit';
import type { FeedRepository } from '../persistence/feed.repository';
import type { WeightsRepository } from './persistence/weights.repository';
import type { KeptWeights, WeightsRelease } from './weights-version';

interface Deps {
  readonly clock: Clock;
  readonly audit: Audit;
  readonly feeds: FeedRepository;
  readonly weights: WeightsRepository;
}

const shipped = (no: number, now: Date, inForce: KeptWeights | null): KeptWeights => ({
  id: newId(now.getTime()),
  no,
  label: defaultWeights.version,
  state: inForce ? 'proposed' : 'in_force',
  source: 'shipped',
  basedOn: inForce?.label ?? null,
  weights: defaultWeights,
  before: inForce?.weights ?? defaultWeights,
  reason: inForce ? '随新版系统提供' : '系统初始权重',
  learnt: null,
  tryOut: null,
  proposedBy: null,
  proposedByName: null,
  proposedAt: now,
  releasedBy: null,
  releasedByName: null,
  releasedAt: inForce ? null : now,
  version: 1,
});

/** Notes that other weights are in force: the epoch moves, so that every list is made anew. The packages' feed is held. */
export async function putInForce(
  { clock, audit, feeds, weights }: Deps,
  ctx: TransactionContext,
  kept: KeptWeights,
  release: Omit<WeightsRelease, 'no' | 'label' | 'at'>,
): Promise<WeightsRelease> {
  const no = ((await weights.lastRelease(ctx))?.no ?? 0) + 1;
  const noted: WeightsRelease = { ...release, no, label: kept.label, at: clock.now() };
  await weights.insertRelease(ctx, noted);
  await audit.record(ctx, {
    action: `weights.${release.kind === 'roll_back' ? 'rolled-back' : 'released'}`,
    aggregate: { type: 'weights', id: kept.id },
    to: 'in_force',
    reason: release.reason,
    data: { label: kept.label, other: release.otherPerson },
  });
  if (await feeds.noteEpoch(ctx, 'weights', no, kept.label)) await feeds.advance(ctx, 'packages');
  return noted;
}

/**
 * Sees to it that weights are in force: on the first start those shipped; later ones that come with a newer programme are
 * proposed like any other. To be called while the packages' feed is held.
 */
export const keepWeights =
  (deps: Deps) =>
  async (ctx: TransactionContext): Promise<void> => {
    const { clock, weights } = deps;
    const inForce = await weights.inForce(ctx);
    if (inForce && (await weights.isKnown(ctx, defaultWeights.version))) return;
    const kept = shipped(await weights.nextNo(ctx), clock.now(), inForce);
    await weights.insert(ctx, kept);
    if (!inForce)
      await putInForce(deps, ctx, kept, { kind: 'first', byPerson: null, otherPerson: null, reason: kept.reason });
  };
