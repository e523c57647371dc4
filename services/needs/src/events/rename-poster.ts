import type { TransactionContext } from '@duijie/service-kit';
import { changeableStates } from '../need-lifecycle';
import type { NeedRepository } from '../persistence/need.repository';
import type { StoreNeed } from '../store-need';

const goingOn = [...changeableStates, 'deciding', 'awarded', 'in_delivery'] as const;

/** Needs that still go on follow their poster's name; those that ended keep the name they ended under. */
export const renamePoster =
  ({ needs, store }: { readonly needs: NeedRepository; readonly store: StoreNeed }) =>
  async (ctx: TransactionContext, organisationId: string, name: string): Promise<void> => {
    for (const id of await needs.namedOtherwise(ctx, organisationId, name, goingOn)) {
      const before = await needs.lock(ctx, id);
      if (before && before.organisationName !== name)
        await store(ctx, before, { ...before, organisationName: name }, [{ action: 'need.poster-renamed' }]);
    }
  };
