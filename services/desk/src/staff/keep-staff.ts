import type { EventHandlers } from '@duijie/service-kit';
import { moveWork, type HandOverDeps } from './hand-over';

/** Takes over who brokers; the open work of whoever no longer does goes back to where everybody sees it. */
export function keepStaff(deps: HandOverDeps): EventHandlers {
  const move = moveWork(deps);
  return {
    async 'staff.changed.v1'(ctx, { data }) {
      const gone = await deps.staff.put(ctx, data);
      for (const personId of gone ?? [])
        await move(ctx, data.organisationId, personId, null, '不再是本协会的撮合人员 · no longer brokers here');
    },
  };
}
