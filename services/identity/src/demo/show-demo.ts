import type { DemoState } from '@duijie/contracts';
import type { Context } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { createDemoRepository } from './persistence/demo.repository';

/** Whether anything invented is there, and how the emptying of it goes. */
export const showDemo = ({ database }: Pick<IdentityDeps, 'database'>) => {
  const demo = createDemoRepository(database);
  return async (ctx: Context): Promise<DemoState> => {
    const last = await demo.last(ctx);
    const counts = await demo.counts(ctx);
    const present = counts.organisations.length > 0 || counts.compounds > 0;
    return {
      state: last && last.finishedAt === null ? 'emptying' : present ? 'present' : 'none',
      ...counts,
      emptied: last && {
        startedAt: last.startedAt.toISOString(),
        finishedAt: last.finishedAt?.toISOString() ?? null,
        organisations: last.organisations,
        compounds: last.compounds,
        people: last.people,
      },
    };
  };
};
