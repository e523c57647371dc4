import { actingIdOf, NotFound, reaches, type Context } from '@duijie/service-kit';
import { isShown } from './need-openness';
import type { NeedSubject } from './persistence/subjects.read-model';

/** What the caller may see of a need's pairs. */
export interface NeedView {
  readonly need: NeedSubject;
  /** Only the pairs of this provider; null = all. */
  readonly onlyProviderId: string | null;
}

/**
 * Decides who sees the pairs of a need: a draft its own organisation only; otherwise the own side, officers of the area
 * and brokers see all, providers those of their own packages.
 * @throws NotFound when the caller may see none
 */
export function needView(ctx: Context, need: NeedSubject | null): NeedView {
  if (!need) throw new NotFound();
  const { organisationId, state, place } = need.body;
  const own = actingIdOf(ctx);
  if (state === 'draft' && own !== organisationId) throw new NotFound();
  const subject = { organisationId, district: place.district, subdistrict: place.subdistrict, visible: false };
  if (reaches(ctx, subject)) return { need, onlyProviderId: null };
  if (own !== null && isShown(state) && reaches(ctx, { ...subject, visible: true }))
    return { need, onlyProviderId: own };
  throw new NotFound();
}
