import type { Clock } from '@duijie/domain-kit';
import { actingForOf, personOf, type Context } from '@duijie/service-kit';
import type { StaffRepository } from './persistence/staff.repository';

/** @returns whose work is the caller's now: the own, and that of colleagues whose place the caller takes while they are away */
export type WhoseWork = (ctx: Context) => Promise<readonly [string, ...string[]]>;

export const whoseWork =
  ({ staff, clock }: { readonly staff: StaffRepository; readonly clock: Clock }): WhoseWork =>
  async (ctx) => {
    const { personId, inPlaceOf } = personOf(ctx);
    const absent = await staff.absentFor(ctx, actingForOf(ctx).organisationId, personId, clock.now());
    const others = [...absent, ...(inPlaceOf === null ? [] : [inPlaceOf])];
    return [personId, ...new Set(others.filter((other) => other !== personId))];
  };
