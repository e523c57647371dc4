import type { Context } from '@duijie/service-kit';
import type { StaffRole } from './creation-fault';

/** Role of the caller as association staff, or null. */
export function staffRoleOf(ctx: Context): StaffRole {
  const acting = ctx.actor.type === 'person' ? ctx.actor.actingFor : null;
  return acting?.kind === 'association' && (acting.role === 'administrator' || acting.role === 'broker')
    ? acting.role
    : null;
}

/** Whether the caller acts for this organisation. */
export const actsFor = (ctx: Context, organisationId: string): boolean =>
  ctx.actor.type === 'person' && ctx.actor.actingFor?.organisationId === organisationId;
