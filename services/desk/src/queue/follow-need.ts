import type { EventHandlers, TransactionContext } from '@duijie/service-kit';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import type { IntroductionEntity } from '../introductions/persistence/introduction.entity';
import type { IntroductionRepository } from '../introductions/persistence/introduction.repository';
import type { StaffRepository } from '../staff/persistence/staff.repository';
import type { DeskTaskEntity } from './persistence/task.entity';
import type { TaskRepository } from './persistence/task.repository';
import type { TaskBook, TaskHolder } from './task-book';
import { tasksOfNeed } from './tasks-of-need';
import type { WantedTask } from './wanted-task';

interface FollowDeps {
  readonly copies: CopiesRepository;
  readonly introductions: IntroductionRepository;
  readonly staff: StaffRepository;
  readonly tasks: TaskRepository;
  readonly book: TaskBook;
}

/**
 * Who gets a new task of a need: whoever introduced the provider, else whoever took a task of it last, so that one broker
 * goes with a need to the end. Nobody gets a flag of the conflict wall that way.
 */
function likelyHolder(
  { kind, subject }: WantedTask,
  introductions: readonly IntroductionEntity[],
  held: readonly DeskTaskEntity[],
): { readonly personId: string; readonly organisationId: string } | null {
  if (kind === 'flag') return null;
  const introduction = introductions.find(({ id, by }) => id === subject.id && by === 'broker');
  if (introduction) return { personId: introduction.brokerPersonId, organisationId: introduction.brokerOrganisationId };
  const [last] = held
    .filter((task) => task.claimedAt !== null)
    .toSorted((a, b) => Number(b.claimedAt) - Number(a.claimedAt));
  return last?.brokerPersonId && last.brokerOrganisationId
    ? { personId: last.brokerPersonId, organisationId: last.brokerOrganisationId }
    : null;
}

/** Brings the tasks of a need in line with what the desk knows of it. Locks the need. */
export const settleNeed =
  ({ copies, introductions, staff, tasks, book }: FollowDeps) =>
  async (ctx: TransactionContext, needId: string): Promise<void> => {
    await copies.lockNeed(ctx, needId);
    const held = (await tasks.lockNeed(ctx, needId)).filter(({ kind }) => kind !== 'follow_up');
    const need = await copies.find(ctx, 'need', needId);
    if (!need && held.length === 0) return;
    const made = await introductions.ofNeed(ctx, needId);
    const wanted = tasksOfNeed(
      {
        need,
        matches: await copies.find(ctx, 'need_match', needId),
        introductions: made,
        lots: await copies.ofNeed(ctx, 'lot', needId),
        appointments: await copies.ofNeed(ctx, 'appointment', needId),
        responses: await copies.ofNeed(ctx, 'response', needId),
        agreements: await copies.ofNeed(ctx, 'agreement', needId),
        objections: await copies.ofNeed(ctx, 'objection', needId),
        caredFor: held.some(({ kind, brokerPersonId }) => kind !== 'new_need' && brokerPersonId !== null),
      },
      await tasks.terms(ctx),
    );
    await book.settle(ctx, held, wanted, async (one): Promise<TaskHolder | null> => {
      const likely = likelyHolder(one, made, held);
      // One who no longer brokers gets nothing.
      const known = likely && (await staff.find(ctx, likely.organisationId, likely.personId));
      return known ? { personId: known.personId, name: known.name, organisationId: known.associationId } : null;
    });
  };
export type SettleNeed = ReturnType<typeof settleNeed>;

/** After the copies took an event about a need. */
export function followNeed(settle: SettleNeed): EventHandlers {
  const onNeed: NonNullable<EventHandlers['need.changed.v1']> = (ctx, { data }) => settle(ctx, data.id);
  return {
    'need.drafted.v1': onNeed,
    'need.published.v1': onNeed,
    'need.changed.v1': onNeed,
    'need.matched.v1': (ctx, { data }) => settle(ctx, data.needId),
    'lot.changed.v1': (ctx, { data }) => settle(ctx, data.needId),
    'appointment.changed.v1': (ctx, { data }) => settle(ctx, data.needId),
    'response.changed.v1': (ctx, { data }) => settle(ctx, data.needId),
    'agreement.changed.v1': (ctx, { data }) => settle(ctx, data.needId),
    'objection.changed.v1': (ctx, { data }) => settle(ctx, data.needId),
  };
}
