import { deskRoutes } from '@duijie/contracts';
import { actingForOf, bind, type BoundRoute } from '@duijie/service-kit';
import { handOver, type HandOverDeps } from '../hand-over';

/** Who brokers, and handing work over. */
export function staffRoutes(deps: HandOverDeps): BoundRoute[] {
  const { staff, work, clock } = deps;
  const hand = handOver(deps);
  return [
    bind(deskRoutes.listDeskStaff, async (ctx) => {
      const { organisationId } = actingForOf(ctx);
      const [people, absences, tasks] = await Promise.all([
        staff.all(ctx, organisationId),
        staff.absences(ctx, organisationId, clock.now()),
        work.tasks.count(ctx, organisationId),
      ]);
      const names = new Map(people.map(({ personId, name }) => [personId, name]));
      return {
        items: people.map(({ personId, name, role }) => {
          const away = absences.find(({ absentId }) => absentId === personId);
          const deputy = away && names.get(away.deputyId);
          return {
            personId,
            name,
            role,
            openTasks: tasks.get(personId) ?? 0,
            absent:
              away && deputy !== undefined
                ? { deputy: { id: away.deputyId, name: deputy }, until: away.untilAt.toISOString() }
                : null,
          };
        }),
      };
    }),
    bind(deskRoutes.handOver, (ctx, { body }) => hand(ctx, body)),
  ];
}
