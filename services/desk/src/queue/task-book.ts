import type { DeskTaskKind } from '@duijie/contracts';
import { newId, type Clock } from '@duijie/domain-kit';
import type { TransactionContext } from '@duijie/service-kit';
import { isDeepStrictEqual } from 'node:util';
import type { DeskTaskEntity } from './persistence/task.entity';
import type { TaskRepository } from './persistence/task.repository';
import type { WantedTask } from './wanted-task';

const nobody = { brokerPersonId: null, brokerName: null, brokerOrganisationId: null, claimedAt: null };

const fieldsOf = (wanted: WantedTask) => ({
  kind: wanted.kind,
  subjectType: wanted.subject.type,
  subjectId: wanted.subject.id,
  needId: wanted.needId,
  associationId: wanted.associationId,
  title: wanted.title,
  posterId: wanted.poster?.organisationId ?? null,
  posterName: wanted.poster?.name ?? null,
  providerId: wanted.provider?.organisationId ?? null,
  providerName: wanted.provider?.name ?? null,
  district: wanted.district,
  subdistrict: wanted.subdistrict,
  details: wanted.details,
  occasion: wanted.occasion,
  demo: wanted.demo,
});

/**
 * What becomes of a task, given that there should be one.
 * @param held the row of its kind and subject, or null
 * @param holder who holds a new one from the start
 * @returns the row as it should stand, or null when it stays as it is
 */
export function taskAfter(
  held: DeskTaskEntity | null,
  wanted: WantedTask,
  now: Date,
  holder: Pick<DeskTaskEntity, keyof typeof nobody> = nobody,
): DeskTaskEntity | null {
  const fields = fieldsOf(wanted);
  const shown = {
    state: wanted.hidden && wanted.dueAt > now ? ('waiting' as const) : ('open' as const),
    dueAt: wanted.dueAt,
  };
  const fresh = { snoozed: false, doneAt: null, doneBy: null, doneNote: null, callResult: null, calledAt: null };
  if (!held)
    return {
      ...fields,
      ...fresh,
      ...shown,
      ...holder,
      id: newId(now.getTime()),
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
  const next = { ...held, ...fields, version: held.version + 1, updatedAt: now };
  if (held.state === 'done') {
    if (held.doneBy === 'broker' && held.occasion === wanted.occasion) return null;
    return { ...next, ...fresh, ...shown };
  }
  // What was put off or called about stays where the broker moved it, unless there is a new reason.
  if (held.occasion !== wanted.occasion) return { ...next, ...fresh, ...shown };
  const moved = held.snoozed ? {} : held.state === 'waiting' ? shown : { dueAt: wanted.dueAt };
  const after = { ...next, ...moved };
  const same = isDeepStrictEqual({ ...after, version: 0, updatedAt: 0 }, { ...held, version: 0, updatedAt: 0 });
  return same ? null : after;
}

/** @returns the row of a task whose reason is gone, or null when it is to be forgotten: nobody has seen it */
export const taskWithoutReason = (held: DeskTaskEntity, now: Date): DeskTaskEntity | null =>
  held.state === 'waiting' && held.claimedAt === null
    ? null
    : {
        ...held,
        state: 'done',
        snoozed: false,
        doneAt: now,
        doneBy: 'reason_gone',
        doneNote: null,
        version: held.version + 1,
        updatedAt: now,
      };

export type TaskBook = ReturnType<typeof createTaskBook>;
/** Who holds a task. */
export interface TaskHolder {
  readonly personId: string;
  readonly name: string;
  readonly organisationId: string;
}

/** @param now when the holder took it */
export const heldBy = (holder: TaskHolder | null, now: Date): Pick<DeskTaskEntity, keyof typeof nobody> =>
  holder === null
    ? nobody
    : {
        brokerPersonId: holder.personId,
        brokerName: holder.name,
        brokerOrganisationId: holder.organisationId,
        claimedAt: now,
      };

/** Keeps the tasks that there should be. */
export function createTaskBook({ tasks, clock }: { readonly tasks: TaskRepository; readonly clock: Clock }) {
  const put = async (
    ctx: TransactionContext,
    held: DeskTaskEntity | null,
    wanted: WantedTask,
    holder: TaskHolder | null,
  ): Promise<void> => {
    const now = clock.now();
    const after = taskAfter(held, wanted, now, heldBy(holder, now));
    if (after) await (held ? tasks.update(ctx, after) : tasks.insert(ctx, after));
  };
  const close = async (ctx: TransactionContext, held: DeskTaskEntity): Promise<void> => {
    if (held.state === 'done') return;
    const after = taskWithoutReason(held, clock.now());
    await (after ? tasks.update(ctx, after) : tasks.remove(ctx, held.id));
  };
  return {
    /**
     * There should be this task, held by this person or nobody. The caller holds a lock that only one transaction about
     * the subject can have.
     */
    open: async (ctx: TransactionContext, wanted: WantedTask, holder: TaskHolder | null): Promise<void> => {
      const held = await tasks.lockSubject(ctx, wanted.kind, wanted.subject.id);
      const moved =
        held && held.brokerPersonId !== (holder?.personId ?? null)
          ? { ...held, ...heldBy(holder, clock.now()), version: held.version + 1, updatedAt: clock.now() }
          : held;
      if (moved && moved !== held) await tasks.update(ctx, moved);
      await put(ctx, moved, wanted, holder);
    },
    /** Its reason is gone. */
    close: async (ctx: TransactionContext, kind: DeskTaskKind, subjectId: string): Promise<void> => {
      const held = await tasks.lockSubject(ctx, kind, subjectId);
      if (held) await close(ctx, held);
    },
    /**
     * All that is held becomes what is wanted.
     * @param held locked rows of the same family
     * @param holderOf who holds a new one from the start; one that exists stays with whoever has it
     */
    settle: async (
      ctx: TransactionContext,
      held: readonly DeskTaskEntity[],
      wanted: readonly WantedTask[],
      holderOf: (wanted: WantedTask) => Promise<TaskHolder | null>,
    ): Promise<void> => {
      const keyOf = (kind: string, subjectId: string): string => `${kind} ${subjectId}`;
      const left = new Map(held.map((task) => [keyOf(task.kind, task.subjectId), task]));
      for (const one of wanted) {
        const key = keyOf(one.kind, one.subject.id);
        const row = left.get(key) ?? null;
        await put(ctx, row, one, row ? null : await holderOf(one));
        left.delete(key);
      }
      for (const task of left.values()) await close(ctx, task);
    },
  };
}
