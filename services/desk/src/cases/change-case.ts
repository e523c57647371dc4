import type { changeCase as contract } from '@duijie/contracts';
import {
  faultAt,
  Conflict,
  NotFound,
  requireReach,
  requireVersion,
  ValidationFailed,
  type Context,
  type Fault,
  type TransactionContext,
} from '@duijie/service-kit';
import type { z } from 'zod';
import type { CaseDeps } from './case-deps';
import { setNextStep } from './next-step';
import type { CaseEntity } from './persistence/case.entity';
import type { CaseRepository } from './persistence/case.repository';

type Change = z.output<(typeof contract)['body']>;

/** @throws NotFound when it is not there or another association's */
export async function reachedCase(cases: CaseRepository, ctx: Context, id: string): Promise<CaseEntity> {
  const one = await cases.find(ctx, id);
  if (!one) throw new NotFound();
  requireReach(ctx, { organisationId: one.associationId, visible: false });
  return one;
}

const missing = (field: string, zh: string, en: string): Fault => faultAt(`/${field}`, zh, en);

/** Writes a case with its next version and its audit entry. */
export const storeCase =
  ({ audit, cases, clock }: Pick<CaseDeps, 'audit' | 'cases' | 'clock'>) =>
  async (
    ctx: TransactionContext,
    before: CaseEntity | null,
    after: Omit<CaseEntity, 'version' | 'updatedAt'>,
    action: string,
    data: Readonly<Record<string, unknown>> = {},
  ): Promise<CaseEntity> => {
    const one: CaseEntity = { ...after, version: (before?.version ?? 0) + 1, updatedAt: clock.now() };
    await (before ? cases.update(ctx, one) : cases.insert(ctx, one));
    await audit.record(ctx, {
      action: `case.${action}`,
      aggregate: { type: 'case', id: one.id },
      from: before?.state ?? null,
      to: one.state,
      data,
    });
    return one;
  };

/** Changes what a case says; its next step is its follow-up. @throws Conflict `case.ended` on a case that is ended, unless it is opened again */
export function changeCase(deps: CaseDeps) {
  const { database, cases, copies, staff, sealing } = deps;
  const store = storeCase(deps);
  const step = setNextStep(deps);

  async function found(ctx: TransactionContext, one: CaseEntity, change: Change): Promise<Partial<CaseEntity>> {
    const { posterOrganisationId: posterId, counterpartOrganisationId: counterpartId, needId, assigneeId } = change;
    const of = (id: string | null | undefined) => (id ? copies.find(ctx, 'organisation', id) : null);
    const [poster, counterpart] = [await of(posterId), await of(counterpartId)];
    const need = needId ? await copies.find(ctx, 'need', needId) : null;
    const assignee = assigneeId === undefined ? null : await staff.find(ctx, one.associationId, assigneeId);
    const faults = [
      ...(posterId && !poster
        ? [missing('posterOrganisationId', '没有这个机构', 'There is no such organisation')]
        : []),
      ...(counterpartId && !counterpart
        ? [missing('counterpartOrganisationId', '没有这个机构', 'There is no such organisation')]
        : []),
      ...(needId && !need ? [missing('needId', '没有这个需求', 'There is no such need')] : []),
      ...(assigneeId !== undefined && !assignee
        ? [missing('assigneeId', '须是本协会的撮合员或管理员', 'Must be a broker or administrator of the association')]
        : []),
    ];
    if (faults.length > 0) throw new ValidationFailed(faults);
    return {
      ...(poster ? { posterId: poster.id, posterName: poster.name } : {}),
      ...(counterpart ? { counterpartId: counterpart.id, counterpartName: counterpart.name } : {}),
      ...(counterpartId === null ? { counterpartId: null, counterpartName: null } : {}),
      ...(needId === undefined ? {} : { needId }),
      ...(assignee ? { assigneeId: assignee.personId, assigneeName: assignee.name } : {}),
    };
  }

  return (ctx: Context, id: string, ifMatch: number, change: Change): Promise<CaseEntity> =>
    database.run(ctx, async (tx) => {
      const before = await cases.lock(tx, id);
      if (!before) throw new NotFound();
      requireReach(ctx, { organisationId: before.associationId, visible: false });
      requireVersion(ifMatch, before.version);
      const { title = before.title, progress = before.progress, note = before.note, state = before.state } = change;
      if (before.state !== 'open' && state !== 'open')
        throw new Conflict('case.ended', { zh: '这个事项已结束', en: 'The case has ended' });
      const after = await store(
        tx,
        before,
        {
          ...before,
          ...(await found(tx, before, change)),
          title,
          progress,
          note,
          state,
          ...(change.contact === undefined ? {} : { contact: sealing.seal(change.contact) }),
        },
        'changed',
        // Which fields, not what they say: contacts are personal.
        { fields: Object.keys(change) },
      );
      await step(tx, after, change);
      return after;
    });
}
