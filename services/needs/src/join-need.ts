import type { NeedJoin, Page, PageQuery } from '@duijie/contracts';
import { newId, type Clock } from '@duijie/domain-kit';
import {
  actingIdOf,
  actingForOf,
  Conflict,
  isDuplicateKey,
  NotAllowed,
  NotFound,
  requireReach,
  requireVersion,
  type Audit,
  type Context,
  type Database,
} from '@duijie/service-kit';
import { listingOf } from './need';
import { lockedNeed, seesPrivate, visibleNeed } from './need-reach';
import type { CopiesRepository } from './persistence/copies.repository';
import type { Join, NeedPartsRepository } from './persistence/need-parts.repository';
import type { NeedRepository } from './persistence/need.repository';
import { posterVerified } from './poster-standing';

export interface JoinDeps {
  readonly database: Database;
  readonly needs: NeedRepository;
  readonly parts: NeedPartsRepository;
  readonly copies: CopiesRepository;
  readonly audit: Audit;
  readonly clock: Clock;
}
/** A join never changes: it is there or gone. */
const onlyVersion = 1;

const viewOf = (join: Join): NeedJoin => ({ ...join, version: onlyVersion, joinedAt: join.joinedAt.toISOString() });

/** Another organisation of the district says “我也要”. */
export const joinNeed =
  ({ database, needs, parts, copies, audit, clock }: JoinDeps) =>
  (ctx: Context, needId: string, note: string | null): Promise<NeedJoin> =>
    database.run(ctx, async (inner) => {
      const need = await lockedNeed(needs, inner, needId, null);
      const acting = actingForOf(ctx);
      if (listingOf(need) !== 'open')
        throw new Conflict('need.not-open', { zh: '需求已不再接受加入', en: 'The need can no longer be joined' });
      if (acting.organisationId === need.organisationId)
        throw new Conflict('need.own', { zh: '这是本机构的需求', en: 'It is your own need' });
      if (!(await posterVerified(copies, inner, acting.organisationId)))
        throw new NotAllowed({
          reason: 'organisation.not-verified',
          detail: { zh: '机构通过核验后才能这样做', en: 'Possible once the organisation is verified' },
        });
      const own = await copies.organisation(inner, acting.organisationId);
      if ((own?.district ?? acting.district) !== need.place.district)
        throw new Conflict('need.not-nearby', {
          zh: '只能加入本区（市）县的需求',
          en: 'Only needs of the own district can be joined',
        });
      const now = clock.now();
      const join: Join = {
        id: newId(now.getTime()),
        needId,
        organisationId: acting.organisationId,
        organisationName: own?.name ?? acting.organisationName,
        note,
        joinedAt: now,
      };
      try {
        await parts.addJoin(inner, join);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        throw new Conflict('need.already-joined', { zh: '已经加入', en: 'It was joined already' });
      }
      await audit.record(inner, {
        action: 'need.joined',
        aggregate: { type: 'need', id: needId },
        data: { organisationId: join.organisationId },
      });
      return viewOf(join);
    });

/** Takes an own “我也要” back. */
export const leaveNeed =
  ({ database, parts, audit }: JoinDeps) =>
  (ctx: Context, needId: string, joinId: string, ifMatch: number): Promise<void> =>
    database.run(ctx, async (inner) => {
      const join = await parts.lockJoin(inner, needId, joinId);
      if (!join) throw new NotFound();
      requireReach(inner, { organisationId: join.organisationId, visible: true });
      requireVersion(ifMatch, onlyVersion);
      await parts.removeJoin(inner, joinId);
      await audit.record(inner, {
        action: 'need.left',
        aggregate: { type: 'need', id: needId },
        data: { organisationId: join.organisationId },
      });
    });

/** Who joined a need, in the order of joining, and how many; a note only for those whom the joiner wrote it to. */
export const listJoins =
  ({ needs, parts }: JoinDeps) =>
  async (ctx: Context, needId: string, page: PageQuery): Promise<Page<NeedJoin> & { readonly count: number }> => {
    const sees = seesPrivate(ctx, await visibleNeed(needs, ctx, needId));
    const own = actingIdOf(ctx);
    const { items, nextCursor } = await parts.joins(needId, page);
    const shown = items
      .map(viewOf)
      .map((join) => (sees || join.organisationId === own ? join : { ...join, note: null }));
    return { items: shown, nextCursor, count: await parts.countJoins(needId) };
  };
