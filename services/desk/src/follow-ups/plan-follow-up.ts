import { newId, type Clock } from '@duijie/domain-kit';
import { Conflict, personOf, ValidationFailed, type TransactionContext } from '@duijie/service-kit';
import type { Holder } from '../staff/open-work';
import type { StaffRepository } from '../staff/persistence/staff.repository';
import type { AboutInput } from './about';
import { associationOf } from './log-contact';
import type { FollowUpEntity } from './persistence/follow-up.entity';
import type { FollowUpRepository } from './persistence/follow-up.repository';
import type { ResolveAbout } from './resolve-about';
import type { StoreFollowUp } from './store-follow-up';

export interface PlanDeps {
  readonly clock: Clock;
  readonly staff: StaffRepository;
  readonly followUps: FollowUpRepository;
  readonly resolve: ResolveAbout;
  readonly store: StoreFollowUp;
}
export interface FollowUpPlan extends AboutInput {
  readonly what: string;
  readonly dueOn: string;
  /** The caller unless given; null nobody in particular. */
  readonly assigneeId?: string | null | undefined;
}

/**
 * Plans what is to be done next.
 * @throws ValidationFailed when it is about nothing that is there or the assignee does not broker here;
 *   Conflict `follow-up.case-has-one`
 */
export const planFollowUp =
  ({ clock, staff, followUps, resolve, store }: PlanDeps) =>
  async (ctx: TransactionContext, { what, dueOn, assigneeId, ...input }: FollowUpPlan): Promise<FollowUpEntity> => {
    const associationId = associationOf(ctx);
    const { about, title, demo } = await resolve(ctx, associationId, input);
    const { personId, name } = personOf(ctx);
    let assignee: Holder | null = { personId, name };
    if (assigneeId === null) assignee = null;
    else if (assigneeId !== undefined && assigneeId !== personId) {
      assignee = await staff.find(ctx, associationId, assigneeId);
      if (!assignee)
        throw new ValidationFailed([
          {
            pointer: '/assigneeId',
            detail: { zh: '须是本协会的撮合员或管理员', en: 'Must be a broker or administrator of the association' },
          },
        ]);
    }
    if (about.caseId !== null && (await followUps.lockOpenOfCase(ctx, about.caseId)))
      throw new Conflict('follow-up.case-has-one', {
        zh: '这个事项已有下一步，请修改或完成它',
        en: 'The case has a next step already; change or finish it',
      });
    const now = clock.now();
    return store(
      ctx,
      null,
      {
        id: newId(now.getTime()),
        associationId,
        ...about,
        title: title.slice(0, 200),
        what,
        dueOn,
        state: 'open',
        assigneeId: assignee?.personId ?? null,
        assigneeName: assignee?.name ?? null,
        doneAt: null,
        demo,
        createdAt: now,
      },
      'planned',
    );
  };
export type PlanFollowUp = ReturnType<typeof planFollowUp>;
