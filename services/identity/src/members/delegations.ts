import type { DelegationView, Page } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import {
  actingForOf,
  Conflict,
  NotFound,
  personOf,
  requireReach,
  requireVersion,
  ValidationFailed,
  type Context,
  type Fault,
} from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { createDelegationsRepository } from './persistence/delegations.repository';
import { createMembershipsRepository } from './persistence/memberships.repository';
import { publishStaff } from './publish-staff';
import { headRoleOf } from './role-rules';

const longestMs = 180 * 86_400_000;

function periodFaults(from: Date, until: Date, now: Date): readonly Fault[] {
  if (until <= now) return [{ pointer: '/until', detail: { zh: '结束时间已过', en: 'The end has passed' } }];
  if (until <= from)
    return [{ pointer: '/until', detail: { zh: '结束须晚于开始', en: 'The end must be after the beginning' } }];
  if (until.getTime() - from.getTime() > longestMs)
    return [{ pointer: '/until', detail: { zh: '最长 180 天', en: 'At most 180 days' } }];
  return [];
}

/** Deputies while somebody is absent. Only the absent person names one, and only among colleagues. */
export function delegations(deps: IdentityDeps) {
  const { database, audit, clock } = deps;
  const staff = publishStaff(deps);
  const repository = createDelegationsRepository(database);
  const memberships = createMembershipsRepository(database);
  return {
    create: (
      ctx: Context,
      command: { organisationId: string; deputyId: string; from: string; until: string },
    ): Promise<DelegationView> =>
      database.run(ctx, async (tx) => {
        const { organisationId, deputyId } = command;
        const { personId, inPlaceOf } = personOf(ctx);
        requireReach(ctx, { organisationId, visible: false });
        if (inPlaceOf !== null)
          throw new Conflict('delegation.chain', {
            zh: '代理期间不能再委托他人',
            en: 'A deputy cannot name another deputy',
          });
        const [own, deputy] = await Promise.all([
          memberships.find(tx, organisationId, personId),
          memberships.find(tx, organisationId, deputyId),
        ]);
        if (!own) throw new NotFound();
        const now = clock.now();
        const [startsAt, endsAt] = [new Date(command.from), new Date(command.until)];
        const faults = [
          ...(deputy && deputyId !== personId
            ? []
            : [
                {
                  pointer: '/deputyId',
                  detail: { zh: '代理人须是同机构的同事', en: 'The deputy must be a colleague' },
                },
              ]),
          ...periodFaults(startsAt, endsAt, now),
        ];
        if (faults.length > 0) throw new ValidationFailed(faults);
        const id = newId(now.getTime());
        await repository.insert(tx, {
          id,
          version: 1,
          organisationId,
          absentId: personId,
          deputyId,
          startsAt,
          endsAt,
          endedAt: null,
        });
        await audit.record(tx, {
          action: 'delegation.created',
          aggregate: { type: 'delegation', id },
          data: { organisationId, absentId: personId, deputyId, from: command.from, until: command.until },
        });
        await staff.changed(tx, organisationId);
        const view = await repository.view(tx, id);
        if (!view) throw new Error('A delegation has vanished');
        return view;
      }),
    /** By the absent person or a head. */
    end: (ctx: Context, delegationId: string, ifMatch: number): Promise<DelegationView> =>
      database.run(ctx, async (tx) => {
        const delegation = await repository.lock(tx, delegationId);
        if (!delegation) throw new NotFound();
        requireReach(ctx, { organisationId: delegation.organisationId, personId: delegation.absentId, visible: false });
        requireVersion(ifMatch, delegation.version);
        if (delegation.endedAt !== null)
          throw new Conflict('delegation.ended', { zh: '代理已结束', en: 'The delegation has ended' });
        await repository.end(tx, delegation, clock.now());
        await audit.record(tx, { action: 'delegation.ended', aggregate: { type: 'delegation', id: delegationId } });
        await staff.changed(tx, delegation.organisationId);
        const view = await repository.view(tx, delegationId);
        if (!view) throw new Error('A delegation has vanished');
        return view;
      }),
    /** Own absences; heads see all of the organisation. */
    list(
      ctx: Context,
      organisationId: string,
      query: { limit: number; cursor?: string | undefined },
    ): Promise<Page<DelegationView>> {
      requireReach(ctx, { organisationId, visible: false });
      const acting = actingForOf(ctx);
      const head = acting.role === headRoleOf(acting.kind);
      return repository.page(ctx, organisationId, head ? null : personOf(ctx).personId, query);
    },
  };
}
