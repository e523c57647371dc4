import { newId, type Clock } from '@duijie/domain-kit';
import {
  actingForOf,
  NotAllowed,
  personOf,
  ValidationFailed,
  type Audit,
  type Context,
  type Database,
  type TransactionContext,
} from '@duijie/service-kit';
import type { AllOpenWork, Holder } from './open-work';
import type { StaffRepository } from './persistence/staff.repository';

export interface HandOverDeps {
  readonly database: Database;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly staff: StaffRepository;
  readonly work: AllOpenWork;
}
interface HandedOver {
  readonly id: string;
  readonly tasks: number;
  readonly followUps: number;
  readonly cases: number;
}

/** Moves everything open of one person, and writes down what went where. */
export const moveWork =
  ({ audit, clock, work }: Pick<HandOverDeps, 'audit' | 'clock' | 'work'>) =>
  async (
    tx: TransactionContext,
    associationId: string,
    fromPersonId: string,
    to: Holder | null,
    reason: string,
  ): Promise<HandedOver> => {
    // In the order in which the queue locks them; the tasks of follow-ups go with these.
    const followUps = await work.followUps.move(tx, associationId, fromPersonId, to);
    const tasks = await work.tasks.move(tx, associationId, fromPersonId, to);
    const cases = await work.cases.move(tx, associationId, fromPersonId, to);
    const id = newId(clock.now().getTime());
    if (to !== null || tasks.length + followUps.length + cases.length > 0)
      await audit.record(tx, {
        action: to === null ? 'desk.work-released' : 'desk.handed-over',
        aggregate: { type: 'hand-over', id },
        reason,
        data: { associationId, fromPersonId, toPersonId: to?.personId ?? null, tasks, followUps, cases },
      });
    return { id, tasks: tasks.length, followUps: followUps.length, cases: cases.length };
  };

/**
 * Gives everything open of a broker to a colleague: the broker does it, whoever takes the broker's place, or an
 * administrator; also of somebody who is no longer there.
 * @throws NotAllowed `hand-over.not-yours`; ValidationFailed at `/toPersonId` when that is no broker of the association
 */
export function handOver(deps: HandOverDeps) {
  const { database, staff } = deps;
  const move = moveWork(deps);
  return (
    ctx: Context,
    { fromPersonId, toPersonId, reason }: { fromPersonId: string; toPersonId: string; reason: string },
  ): Promise<HandedOver> =>
    database.run(ctx, async (tx) => {
      const { organisationId, role } = actingForOf(ctx);
      const { personId, inPlaceOf } = personOf(ctx);
      if (role !== 'administrator' && fromPersonId !== personId && fromPersonId !== inPlaceOf)
        throw new NotAllowed({
          reason: 'hand-over.not-yours',
          detail: {
            zh: '只能移交自己的工作；他人的工作由管理员移交',
            en: 'Only own work is handed over; that of others by an administrator',
          },
        });
      const to = fromPersonId === toPersonId ? null : await staff.find(tx, organisationId, toPersonId);
      if (!to)
        throw new ValidationFailed([
          {
            pointer: '/toPersonId',
            detail: {
              zh: '接手人须是本协会的其他撮合员或管理员',
              en: 'Work is handed to another broker or administrator of the association',
            },
          },
        ]);
      return move(tx, organisationId, fromPersonId, to, reason);
    });
}
