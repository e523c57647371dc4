import { newId, type Clock } from '@duijie/domain-kit';
import {
  faultAt,
  Conflict,
  NotFound,
  PreconditionFailed,
  ValidationFailed,
  type Context,
  type Fault,
  type TransactionContext,
} from '@duijie/service-kit';
import { closed, type CloseDeps } from './close-need';
import { listingOf, type Need } from './need';
import { lockedNeed } from './need-reach';
import type { Join, NeedPartsRepository } from './persistence/need-parts.repository';
import { requireNothingAwarded } from './progress/decided-lots';

export interface MergeDeps extends CloseDeps {
  readonly parts: NeedPartsRepository;
  readonly clock: Clock;
}
interface Command {
  readonly duplicates: readonly { readonly needId: string; readonly version: number }[];
  readonly reason: string;
}

function namedFaults(survivorId: string, { duplicates }: Command): readonly Fault[] {
  const ids = duplicates.map(({ needId }) => needId);
  return ids.flatMap((id, at) =>
    id === survivorId || ids.indexOf(id) !== at
      ? [
          {
            pointer: `/duplicates/${at}/needId`,
            detail:
              id === survivorId
                ? { zh: '不能并入自身', en: 'A need is not merged into itself' }
                : { zh: '重复列出', en: 'Named twice' },
          },
        ]
      : [],
  );
}

/**
 * Several needs become one, which stands for all: the others are its duplicates, and their posters and whoever had
 * joined them join it. All or none.
 * @throws Conflict `need.not-open` when the one that stays takes no responses; ValidationFailed at a duplicate that is not
 *   there, was changed since it was seen, or cannot be closed
 */
export function mergeNeeds(deps: MergeDeps) {
  const { database, needs, parts, progress, store, clock } = deps;

  async function lockedDuplicate(
    ctx: TransactionContext,
    named: Command['duplicates'][number],
    at: number,
  ): Promise<Need> {
    const fault = (field: string, zh: string, en: string) =>
      new ValidationFailed([faultAt(`/duplicates/${at}/${field}`, zh, en)]);
    try {
      const need = await lockedNeed(needs, ctx, named.needId, named.version);
      requireNothingAwarded(await progress.ofNeed(ctx, need.id));
      return need;
    } catch (error) {
      if (error instanceof NotFound) throw fault('needId', '没有这个需求', 'There is no such need');
      if (error instanceof PreconditionFailed)
        throw fault('version', '需求已有改动，请刷新后再合并', 'The need was changed; load it and try again');
      throw error;
    }
  }
  /** The poster of a duplicate and whoever joined it. */
  async function joinsFrom(ctx: TransactionContext, survivor: Need, duplicate: Need): Promise<readonly Join[]> {
    const now = clock.now();
    const poster = { organisationId: duplicate.organisationId, organisationName: duplicate.organisationName };
    const joined = await parts.allJoins(ctx, duplicate.id);
    return [{ ...poster, note: null, joinedAt: now }, ...joined]
      .filter(({ organisationId }) => organisationId !== survivor.organisationId)
      .map(({ organisationId, organisationName, note, joinedAt }) => ({
        id: newId(now.getTime()),
        needId: survivor.id,
        organisationId,
        organisationName,
        note,
        joinedAt,
      }));
  }

  return (ctx: Context, needId: string, ifMatch: number, command: Command): Promise<Need> =>
    database.run(ctx, async (inner) => {
      const faults = namedFaults(needId, command);
      if (faults.length > 0) throw new ValidationFailed(faults);
      const survivor = await lockedNeed(needs, inner, needId, ifMatch);
      if (listingOf(survivor) !== 'open')
        throw new Conflict('need.not-open', {
          zh: '只能并入仍在对接中的已发布需求',
          en: 'Needs are merged into one that is published and still takes responses',
        });
      for (const [at, named] of command.duplicates.entries()) {
        const before = await lockedDuplicate(inner, named, at);
        const { need, steps } = closed(
          before,
          'markDuplicate',
          { duplicateOf: survivor.id, closing: { reason: command.reason, duplicateTitle: survivor.title } },
          { action: 'need.merged', reason: command.reason, data: { duplicateOf: survivor.id } },
        );
        await parts.addMissingJoins(inner, await joinsFrom(inner, survivor, before));
        await store(inner, before, need, steps);
      }
      return store(inner, survivor, survivor, [
        {
          action: 'need.took-in',
          reason: command.reason,
          data: { needIds: command.duplicates.map((each) => each.needId) },
        },
      ]);
    });
}
