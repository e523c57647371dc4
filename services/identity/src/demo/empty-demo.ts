import type { DemoState } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { actingForOf, Conflict, personOf, ValidationFailed, type Context } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { createOrganisationsRepository } from '../organisations/persistence/organisations.repository';
import { takeNamedLock } from '../persistence/take-named-lock';
import { createDemoRepository } from './persistence/demo.repository';
import { showDemo } from './show-demo';

/**
 * Orders everything invented away, for good: from then on it is only a matter of time, whatever fails meanwhile.
 * @param nudge called after the commit
 * @throws ValidationFailed where the name typed is not the association's, Conflict `demo.own`, `demo.none`
 */
export const emptyDemo = (deps: IdentityDeps, nudge: () => void) => {
  const demo = createDemoRepository(deps.database);
  const organisations = createOrganisationsRepository(deps.database);
  const show = showDemo(deps);
  return async (ctx: Context, { confirm }: { readonly confirm: string }): Promise<DemoState> => {
    const { organisationId } = actingForOf(ctx);
    const { personId } = personOf(ctx);
    await deps.database.run(ctx, async (tx) => {
      await takeNamedLock(deps.database, tx, 'identity-empty-demo');
      const association = await organisations.find(tx, organisationId);
      if (association?.demo !== false)
        throw new Conflict('demo.own', {
          zh: '虚构的协会不能清空演示数据，请用本协会的管理员账号',
          en: 'An invented association cannot empty the demonstration; sign in for the real one',
        });
      if (confirm !== association.name)
        throw new ValidationFailed([
          {
            pointer: '/confirm',
            detail: { zh: `请输入“${association.name}”`, en: `Type "${association.name}"` },
          },
        ]);
      if (await demo.running(tx)) return;
      const ids = await demo.ids(tx);
      if (ids.length === 0)
        throw new Conflict('demo.none', { zh: '没有演示数据', en: 'There is nothing invented here' });
      const counts = await demo.counts(tx);
      const now = deps.clock.now();
      const id = newId(now.getTime());
      const totals = {
        organisations: counts.organisations.reduce((sum, { count }) => sum + count, 0),
        compounds: counts.compounds,
        people: counts.people,
      };
      await deps.empty(tx, ids);
      await demo.insert(tx, {
        id,
        personId,
        organisationId,
        ...totals,
        toldUpTo: null,
        startedAt: now,
        finishedAt: null,
      });
      await deps.audit.record(tx, {
        action: 'demo.emptying-ordered',
        aggregate: { type: 'demo', id },
        data: totals,
      });
      tx.transaction.afterCommit(nudge);
    });
    return show(ctx);
  };
};
