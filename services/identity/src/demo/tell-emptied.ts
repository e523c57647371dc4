import { serviceContext } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { createDemoRepository } from './persistence/demo.repository';

/** Ids an event. */
const batch = 100;

/**
 * Tells the other services of what was ordered away, a hundred at a time, each with the place reached in one transaction;
 * then notes the end once nothing of it is left here. A killed process goes on where it was.
 */
export const tellEmptied = ({ database, outbox, clock, audit }: IdentityDeps) => {
  const demo = createDemoRepository(database);
  const context = serviceContext('identity');
  return async (): Promise<void> => {
    const running = await demo.running(context);
    if (!running) return;
    for (let after = running.toldUpTo ?? ''; ;) {
      const ids = await demo.toTell(context, after, batch);
      const last = ids.at(-1);
      if (last === undefined) break;
      await database.run(context, async (ctx) => {
        await outbox.append(ctx, {
          type: 'demo.emptied.v1',
          aggregate: { type: 'demo', id: running.id },
          sequence: 1,
          data: { ids: [...ids], at: clock.now().toISOString() },
        });
        await demo.told(ctx, running.id, last);
      });
      after = last;
    }
    if (await demo.left(context)) return;
    await database.run(context, async (ctx) => {
      await demo.finish(ctx, running.id, clock.now());
      await audit.record(ctx, { action: 'demo.emptied', aggregate: { type: 'demo', id: running.id } });
    });
  };
};
