import type { TransactionContext } from '@duijie/service-kit';
import type { DecisionDeps } from './decision-deps';
import { isNamed, objectionBodyOf, type Objection } from './objection';
import { nextObjectionState, type ObjectionTransition } from './objection-lifecycle';

/** Unnamed, an event must not tell by its actor who asked. */
const unnamed = (ctx: TransactionContext, objection: Objection): TransactionContext =>
  isNamed(objection) ? ctx : { ...ctx, actor: { type: 'service', service: 'deals' } };

/**
 * Writes an objection with its next version, its audit entry and `objection.changed.v1`.
 * @param before as it was locked @param transition what happens to its state, null where it stays
 * @returns the objection as it stands now
 */
export const storeObjection =
  ({ audit, clock, objections, outbox }: Pick<DecisionDeps, 'audit' | 'clock' | 'objections' | 'outbox'>) =>
  async (
    ctx: TransactionContext,
    before: Objection | null,
    after: Objection,
    transition: ObjectionTransition | null,
    action: string,
    reason: string | null = null,
  ): Promise<Objection> => {
    const state = transition === null ? after.state : nextObjectionState(after.state, transition);
    const now: Objection = { ...after, state, version: (before?.version ?? 0) + 1, updatedAt: clock.now() };
    if (before) await objections.update(ctx, before, now);
    else await objections.insert(ctx, now);
    const aggregate = { type: 'objection', id: now.id };
    await audit.record(ctx, {
      action,
      aggregate,
      reason: reason?.slice(0, 1000) ?? null,
      ...(before?.state === state ? {} : { from: before?.state ?? null, to: state }),
    });
    await outbox.append(unnamed(ctx, now), {
      type: 'objection.changed.v1',
      aggregate,
      sequence: now.version,
      data: objectionBodyOf(now),
    });
    return now;
  };
