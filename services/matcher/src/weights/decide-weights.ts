import type { WeightsVersion } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import {
  Conflict,
  NotAllowed,
  NotFound,
  personOf,
  requireVersion,
  type Audit,
  type Context,
  type Database,
  type TransactionContext,
} from '@duijie/service-kit';
import type { FeedRepository } from '../persistence/feed.repository';
import { presentWeights } from './http/weights.presenter';
import { putInForce } from './keep-weights';
import type { WeightsRepository } from './persistence/weights.repository';
import { weightsLifecycle, type KeptWeights } from './weights-version';

export interface WeightsDecision {
  readonly weightsId: string;
  readonly transition: 'release' | 'withdraw' | 'rollBack';
  readonly reason: string;
  readonly ifMatch: number;
}
interface Deps {
  readonly database: Database;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly feeds: FeedRepository;
  readonly weights: WeightsRepository;
  /** Called after commit, so that lists are made anew at once. */
  readonly nudge: () => void;
}

const refusals = {
  release: { zh: '只有待发布的权重可以发布', en: 'Only proposed weights can be released' },
  withdraw: { zh: '只有待发布的权重可以撤回', en: 'Only proposed weights can be withdrawn' },
  rollBack: { zh: '只有用过的权重可以恢复', en: 'Only retired weights can be put back' },
} as const;

/** Four eyes: `other` has done the first half. */
function requireSecondPerson(personId: string, other: string | null, transition: 'release' | 'rollBack'): void {
  if (personId !== other) return;
  throw new NotAllowed({
    reason: 'weights.same-person',
    detail:
      transition === 'release'
        ? {
            zh: '提出权重的人不能自己发布，请另一人发布',
            en: 'Who proposed them cannot release them; a second person does',
          }
        : {
            zh: '发布现行权重的人不能自己恢复旧版，请另一人操作',
            en: 'Who released those in force cannot take them back; a second person does',
          },
  });
}

/** A release is decided with its figures at hand: tried out against the weights in force, not against older ones. */
function requireTried(asked: KeptWeights, inForce: KeptWeights | null): void {
  if (asked.tryOut && asked.tryOut.against === inForce?.label) return;
  throw new Conflict('weights.not-tried', {
    zh: '请先在以往需求上试算，并与现行权重比较',
    en: 'Try them out on past needs against the weights in force first',
  });
}

async function move(
  deps: Deps,
  ctx: TransactionContext,
  after: KeptWeights,
  inForce: KeptWeights | null,
  release: Parameters<typeof putInForce>[3],
): Promise<void> {
  const { weights } = deps;
  if (inForce) await weights.update(ctx, { ...inForce, state: 'retired', version: inForce.version + 1 });
  await weights.update(ctx, after);
  await putInForce(deps, ctx, after, release);
  ctx.transaction.afterCommit(deps.nudge);
}

/** Releases or withdraws proposed weights, or puts retired ones back: never by one person alone. */
export const decideWeights =
  (deps: Deps) =>
  (ctx: Context, { weightsId, transition, reason, ifMatch }: WeightsDecision): Promise<WeightsVersion> =>
    deps.database.run(ctx, async (inner) => {
      const { weights } = deps;
      const { personId, name } = personOf(inner);
      await deps.feeds.hold(inner, 'packages');
      const { asked, inForce } = await weights.lock(inner, weightsId);
      if (!asked) throw new NotFound();
      requireVersion(ifMatch, asked.version);
      const next = weightsLifecycle.next(asked.state, transition);
      if (!next.ok) throw new Conflict(`weights.${asked.state}`, refusals[transition]);
      const after: KeptWeights = { ...asked, state: next.value, version: asked.version + 1 };
      if (transition === 'withdraw') {
        await weights.update(inner, after);
        await deps.audit.record(inner, {
          action: 'weights.withdrawn',
          aggregate: { type: 'weights', id: weightsId },
          from: asked.state,
          to: after.state,
          reason,
        });
        return presentWeights(after);
      }
      if (transition === 'rollBack') {
        const other = (await weights.lastRelease(inner))?.byPerson ?? null;
        requireSecondPerson(personId, other, transition);
        await move(deps, inner, after, inForce, { kind: 'roll_back', byPerson: personId, otherPerson: other, reason });
        return presentWeights(after);
      }
      requireSecondPerson(personId, asked.proposedBy, transition);
      requireTried(asked, inForce);
      const released = { ...after, releasedBy: personId, releasedByName: name, releasedAt: deps.clock.now() };
      await move(deps, inner, released, inForce, {
        kind: 'release',
        byPerson: personId,
        otherPerson: asked.proposedBy,
        reason,
      });
      return presentWeights(released);
    });
