import type { RoundSettings } from '@duijie/contracts';
import type { Context } from '@duijie/service-kit';
import { isDeepStrictEqual } from 'node:util';
import { lockRound } from './reach-round';
import type { RoundRow } from './round';
import type { RoundDeps } from './round-deps';

export interface RoundChange {
  readonly id: string;
  readonly ifMatch: number;
  readonly title?: string | undefined;
  readonly note?: string | null | undefined;
  readonly settings?: RoundSettings | undefined;
}

/** Changes a draft round; other settings take its solution away. */
export const changeRound =
  (deps: RoundDeps) =>
  (ctx: Context, command: RoundChange): Promise<RoundRow> =>
    deps.database.run(ctx, async (inner) => {
      const { before, next } = await lockRound(inner, deps, command, 'edit');
      const { title = before.title, note = before.note, settings = before.settings } = command;
      const other = !isDeepStrictEqual(settings, before.settings);
      const after: RoundRow = {
        ...next,
        title,
        note,
        settings,
        ...(other ? { solutionId: null, offerCount: null, unmet: [] } : {}),
      };
      await deps.rounds.updateWith(inner, after, other ? { solution: null } : {});
      await deps.audit.record(inner, {
        action: 'round.changed',
        aggregate: { type: 'round', id: after.id },
        from: before.state,
        to: after.state,
        data: { title, ...(other ? { settings } : {}) },
      });
      return after;
    });
