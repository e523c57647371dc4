import { Conflict, type Context } from '@duijie/service-kit';
import { lockRound } from './reach-round';
import type { RoundRow } from './round';
import type { RoundDeps } from './round-deps';
import type { RoundCommand } from './solve-round';

export interface ReasonedCommand extends RoundCommand {
  readonly reason: string;
}

const notFrozen = {
  snapshot: null,
  frozenScore: null,
  frozenAt: null,
  frozenByName: null,
  checkedAt: null,
  drawSource: null,
} as const;

/** Takes a frozen round back to edit it; not once it is drawn, or one could draw until it suits. */
export const thawRound =
  (deps: RoundDeps) =>
  (ctx: Context, command: ReasonedCommand): Promise<RoundRow> =>
    deps.database.run(ctx, async (inner) => {
      const { before, next } = await lockRound(inner, deps, command, 'thaw');
      if (before.drawValue !== null)
        throw new Conflict('round.drawn', {
          zh: '本轮次已抽签\uFF0C只能发布或取消',
          en: 'It is drawn: publish it or cancel it',
        });
      const after: RoundRow = { ...next, ...notFrozen };
      await deps.rounds.updateWith(inner, after, { frozen: null });
      await deps.audit.record(inner, {
        action: 'round.thawed',
        aggregate: { type: 'round', id: after.id },
        from: before.state,
        to: after.state,
        reason: command.reason,
        data: { snapshot: before.snapshot },
      });
      return after;
    });

/** Ends a round without publishing it; its needs may take part in another one. */
export const cancelRound =
  (deps: RoundDeps) =>
  (ctx: Context, command: ReasonedCommand): Promise<RoundRow> =>
    deps.database.run(ctx, async (inner) => {
      const { before, next } = await lockRound(inner, deps, command, 'cancel');
      await deps.rounds.update(inner, next);
      await deps.parts.release(inner, next.id);
      await deps.audit.record(inner, {
        action: 'round.cancelled',
        aggregate: { type: 'round', id: next.id },
        from: before.state,
        to: next.state,
        reason: command.reason,
      });
      return next;
    });
