import type { Context } from '@duijie/service-kit';
import { staffRoleOf } from '../organisations/caller';
import type { CompoundEntity } from './persistence/compound.entity';
import type { TouchedCommunity } from './persistence/compounds.repository';

type Place = Pick<CompoundEntity, 'district' | 'subdistrict'>;

/**
 * Whether the caller answers for a compound: one of its communities, its committee, an officer of the area, or
 * association staff. They see its closed facts and, where they may write, change it.
 */
export function answersFor(
  ctx: Context,
  compound: Place & Pick<CompoundEntity, 'committeeId'>,
  communities: readonly TouchedCommunity[],
): boolean {
  if (staffRoleOf(ctx) !== null) return true;
  const acting = ctx.actor.type === 'person' ? ctx.actor.actingFor : null;
  if (!acting || acting.verification !== 'verified') return false;
  if (acting.kind === 'subdistrict' || acting.kind === 'department')
    return (
      (acting.district === null || acting.district === compound.district) &&
      (acting.subdistrict === null || acting.subdistrict === compound.subdistrict)
    );
  return (
    acting.organisationId === compound.committeeId ||
    (acting.kind === 'community' && communities.some((c) => c.organisationId === acting.organisationId))
  );
}
