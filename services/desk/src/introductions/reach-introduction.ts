import { NotFound, requireVersion, type Context, type TransactionContext } from '@duijie/service-kit';
import type { IntroductionDeps } from './introduction-deps';
import type { IntroductionEntity } from './persistence/introduction.entity';
import { standingOf, type Standing } from './standing-of';

export interface ReachedIntroduction {
  readonly one: IntroductionEntity;
  readonly standing: Standing;
}

/** @throws NotFound unless the caller may see it */
export const reachIntroduction =
  ({ introductions }: Pick<IntroductionDeps, 'introductions'>) =>
  async (ctx: Context, introductionId: string): Promise<ReachedIntroduction> => {
    const one = await introductions.find(ctx, introductionId);
    if (!one) throw new NotFound();
    return { one, standing: standingOf(ctx, one) };
  };

/** Locks the need, then the introduction. @throws NotFound, PreconditionFailed */
export const lockIntroduction =
  ({ copies, introductions }: Pick<IntroductionDeps, 'copies' | 'introductions'>) =>
  async (ctx: TransactionContext, introductionId: string, ifMatch: number): Promise<ReachedIntroduction> => {
    const seen = await introductions.find(ctx, introductionId);
    if (!seen) throw new NotFound();
    standingOf(ctx, seen);
    await copies.lockNeed(ctx, seen.needId);
    const one = await introductions.lock(ctx, introductionId);
    if (!one) throw new NotFound();
    requireVersion(ifMatch, one.version);
    return { one, standing: standingOf(ctx, one) };
  };
