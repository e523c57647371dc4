import { actingIdOf, NotFound, reaches, type Context } from '@duijie/service-kit';
import type { Audience } from './present-introduction';
import type { IntroductionEntity } from './persistence/introduction.entity';

/** How the caller stands to an introduction. */
export interface Standing {
  readonly provider: boolean;
  readonly poster: boolean;
  /** An association's broker, or an officer of the need's area. */
  readonly staff: boolean;
  readonly audience: Audience;
}

/**
 * Second half of authorisation: the provider sees what was introduced, the poster also what it shortlisted itself, staff
 * all.
 * @throws NotFound for everybody else
 */
export function standingOf(ctx: Context, one: IntroductionEntity): Standing {
  const acting = actingIdOf(ctx);
  const own = (organisationId: string, open: boolean): boolean =>
    open &&
    acting === organisationId &&
    reaches(ctx, { organisationId, district: null, subdistrict: null, visible: false });
  const provider = own(one.providerId, one.openToProvider);
  const poster = own(one.posterId, one.openToPoster);
  const inner = ctx.grants.filter(({ relation }) => relation === 'any' || relation === 'area');
  const staff = reaches(
    { ...ctx, grants: inner },
    { district: one.district, subdistrict: one.subdistrict, visible: false },
  );
  if (!provider && !poster && !staff) throw new NotFound();
  // An association that is the provider knows its wall as staff does; a subdistrict that is the poster likewise.
  return { provider, poster, staff, audience: staff ? 'staff' : poster ? 'poster' : 'provider' };
}
