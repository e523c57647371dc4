import type { TransactionContext } from '@duijie/service-kit';
import type { IntroductionDeps, IntroductionStep, SteppedIntroduction } from './introduction-deps';
import type { IntroductionEntity } from './persistence/introduction.entity';
import { introductionBodyOf } from './present-introduction';

const live: ReadonlySet<string> = new Set(['shortlisted', 'introduced', 'interested']);
/** Steps that change nothing of the public state. */
const quiet: ReadonlySet<IntroductionStep> = new Set(['meeting', 'minutes']);

type Fields = Omit<IntroductionEntity, 'version' | 'live' | 'openToProvider' | 'openToPoster' | 'updatedAt'>;

/**
 * Writes one step: row, audit, event. The listeners are told by the caller, of all steps of its transaction at once.
 * @param before null for a new one @param reason for the audit log
 * @returns the row as it stands now
 */
export const writeIntroduction =
  ({ audit, clock, introductions, outbox }: IntroductionDeps) =>
  async (
    ctx: TransactionContext,
    before: IntroductionEntity | null,
    fields: Fields,
    step: IntroductionStep,
    reason: string | null = null,
  ): Promise<IntroductionEntity> => {
    const one: IntroductionEntity = {
      ...fields,
      version: (before?.version ?? 0) + 1,
      live: live.has(fields.state) ? 1 : null,
      openToProvider: fields.introducedAt !== null,
      openToPoster: fields.introducedAt !== null || fields.by === 'poster',
      updatedAt: clock.now(),
    };
    await (before ? introductions.update(ctx, one) : introductions.insert(ctx, one));
    const aggregate = { type: 'introduction', id: one.id };
    await audit.record(ctx, {
      action: `introduction.${step}`,
      aggregate,
      from: before?.state ?? null,
      to: one.state,
      reason,
      data: {
        needId: one.needId,
        providerId: one.providerId,
        clearance: one.clearance,
        ...(one.answeredBy === 'broker' ? { answeredBy: 'broker' } : {}),
      },
    });
    if ((one.clearance === 'clear' || one.clearance === 'cleared') && !quiet.has(step))
      await outbox.append(ctx, {
        type: 'introduction.changed.v1',
        aggregate,
        sequence: one.version,
        data: introductionBodyOf(one, one.clearance),
      });
    return one;
  };
export type WriteIntroduction = ReturnType<typeof writeIntroduction>;

/** Tells the listeners of all steps of a transaction. */
export const tellSteps =
  ({ listeners }: Pick<IntroductionDeps, 'listeners'>) =>
  async (ctx: TransactionContext, needId: string, steps: readonly SteppedIntroduction[]): Promise<void> => {
    if (steps.length > 0) for (const listener of listeners) await listener(ctx, needId, steps);
  };

/** {@link writeIntroduction}, then the listeners: the only step of its transaction. */
export const storeIntroduction = (deps: IntroductionDeps): WriteIntroduction => {
  const write = writeIntroduction(deps);
  const tell = tellSteps(deps);
  return async (ctx, before, fields, step, reason) => {
    const introduction = await write(ctx, before, fields, step, reason);
    await tell(ctx, introduction.needId, [{ introduction, step }]);
    return introduction;
  };
};
