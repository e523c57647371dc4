import type { Actor, Grant } from '@duijie/contracts';
import type { Context } from '../context';
import { NotAllowed, NotAuthenticated, NotFound } from '../errors';

/** How an object stands to callers. Leave out what does not apply. */
export interface Subject {
  readonly organisationId?: string | null;
  readonly personId?: string | null;
  readonly district?: string | null;
  readonly subdistrict?: string | null;
  /** Everybody may see it: then a refusal is 403, else 404. */
  readonly visible: boolean;
}

function applies(grant: Grant, actor: Actor): boolean {
  if (grant.who === 'anyone') return true;
  if (actor.type === 'service') return grant.who === 'service';
  if (actor.type !== 'person' || grant.who === 'service') return false;
  if (grant.who === 'person') return true;
  const acting = actor.actingFor;
  if (!acting) return false;
  if (grant.kinds && !grant.kinds.includes(acting.kind)) return false;
  if (grant.roles && !grant.roles.includes(acting.role)) return false;
  return !grant.verified || acting.verification === 'verified';
}

/** @returns the grants that apply to the actor @throws NotAuthenticated, NotAllowed when there is none */
export function applicableGrants(grants: readonly Grant[], actor: Actor): readonly Grant[] {
  const own = grants.filter((g) => applies(g, actor));
  if (own.length > 0) return own;
  if (actor.type === 'anonymous') throw new NotAuthenticated();
  throw new NotAllowed(
    actor.type === 'person' && grants.some((g) => g.verified && applies({ ...g, verified: false }, actor))
      ? {
          reason: 'organisation.not-verified',
          detail: { zh: '机构通过核验后才能这样做', en: 'Possible once the organisation is verified' },
        }
      : {},
  );
}

function holds(grant: Grant, actor: Actor, subject: Subject): boolean {
  if (grant.relation === 'any') return true;
  if (grant.relation === 'public') return subject.visible;
  if (actor.type !== 'person') return false;
  if (grant.relation === 'self') return subject.personId === actor.personId;
  const acting = actor.actingFor;
  if (!acting) return false;
  if (grant.relation === 'own') return subject.organisationId === acting.organisationId;
  const district = acting.district === null || acting.district === subject.district;
  return district && (acting.subdistrict === null || acting.subdistrict === subject.subdistrict);
}

/** Whether one of the route's grants reaches this object. */
export const reaches = (ctx: Context, subject: Subject): boolean =>
  ctx.grants.some((g) => holds(g, ctx.actor, subject));

/** Second half of authorisation, once the object is loaded. @throws NotAllowed if the caller may see it, NotFound if not */
export function requireReach(ctx: Context, subject: Subject): void {
  if (reaches(ctx, subject)) return;
  if (ctx.actor.type === 'anonymous' && subject.visible) throw new NotAuthenticated();
  throw subject.visible ? new NotAllowed() : new NotFound();
}

/** Id of the organisation the caller acts for, or null. */
export const actingIdOf = ({ actor }: Context): string | null =>
  actor.type === 'person' ? (actor.actingFor?.organisationId ?? null) : null;

/** The organisation the caller acts for. @throws NotAllowed when there is none */
export function actingForOf(ctx: Context) {
  if (ctx.actor.type === 'person' && ctx.actor.actingFor) return ctx.actor.actingFor;
  throw new NotAllowed({
    reason: 'organisation.none',
    detail: { zh: '请先选择要代表的机构', en: 'Choose the organisation you act for' },
  });
}

/** The person who asks. @throws NotAuthenticated when nobody is signed in */
export function personOf(ctx: Context) {
  if (ctx.actor.type === 'person') return ctx.actor;
  throw new NotAuthenticated();
}
