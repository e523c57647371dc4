import { NotFound, ValidationFailed, type Context, type Database } from '@duijie/service-kit';
import { excluded } from './conflict-wall';
import type { Need } from './need';
import { lockedNeed } from './need-reach';
import { requireState } from './next-state';
import type { CopiesRepository } from './persistence/copies.repository';
import type { NeedRepository } from './persistence/need.repository';
import type { StoreNeed } from './store-need';

export interface ExcludeDeps {
  readonly database: Database;
  readonly needs: NeedRepository;
  readonly copies: CopiesRepository;
  readonly store: StoreNeed;
}
const before = ['submitted', 'returned', 'published', 'responding', 'failed'] as const;

/** A broker puts an organisation behind the conflict wall of a need. */
export const excludeFromNeed =
  ({ database, needs, copies, store }: ExcludeDeps) =>
  (ctx: Context, needId: string, ifMatch: number, organisationId: string, reason: string): Promise<Need> =>
    database.run(ctx, async (inner) => {
      const need = await lockedNeed(needs, inner, needId, ifMatch);
      requireState(need.state, before);
      if (!(await copies.organisation(inner, organisationId)))
        throw new ValidationFailed([
          { pointer: '/organisationId', detail: { zh: '没有这个机构', en: 'There is no such organisation' } },
        ]);
      const exclusions = excluded(need.exclusions, { organisationId, because: 'added', effect: 'excluded', reason });
      return store(inner, need, { ...need, exclusions }, [
        { action: 'need.organisation-excluded', reason, data: { organisationId } },
      ]);
    });

/** Takes back what a broker added; who drafted or screened stays behind the wall. */
export const readmitToNeed =
  ({ database, needs, store }: ExcludeDeps) =>
  (ctx: Context, needId: string, ifMatch: number, organisationId: string): Promise<Need> =>
    database.run(ctx, async (inner) => {
      const need = await lockedNeed(needs, inner, needId, ifMatch);
      requireState(need.state, before);
      const exclusions = need.exclusions.filter(
        (each) => each.because !== 'added' || each.organisationId !== organisationId,
      );
      if (exclusions.length === need.exclusions.length) throw new NotFound();
      return store(inner, need, { ...need, exclusions }, [
        { action: 'need.organisation-readmitted', data: { organisationId } },
      ]);
    });
