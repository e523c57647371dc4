import type { EventHandlers, TransactionContext } from '@duijie/service-kit';
import { isDeepStrictEqual } from 'node:util';
import type { CaseDeps } from './case-deps';
import { linksOf } from './link-case';
import type { CaseEntity } from './persistence/case.entity';

/**
 * Links cases with organisations and needs of their names as these come. A link fills in what nobody has said yet, so it
 * makes no new version: neither a repeated import nor somebody at the screen is in its way.
 */
export function keepLinks({ cases, copies, audit }: Pick<CaseDeps, 'cases' | 'copies' | 'audit'>): EventHandlers {
  const linked = linksOf(cases);
  async function link(ctx: TransactionContext, one: CaseEntity): Promise<void> {
    const { posterId, counterpartId, needId } = one;
    const links = await linked(ctx, one);
    if (isDeepStrictEqual(links, { posterId, counterpartId, needId })) return;
    await cases.update(ctx, { ...one, ...links });
    await audit.record(ctx, { action: 'case.linked', aggregate: { type: 'case', id: one.id }, data: { ...links } });
  }
  const onNeed: NonNullable<EventHandlers['need.changed.v1']> = async (ctx, { data }) => {
    // By the copy, which is the newest state whatever the order of events.
    const need = await copies.find(ctx, 'need', data.id);
    if (!need) return;
    await cases.putNeedTitle(ctx, need.id, need.organisationId, need.title);
    for (const one of await cases.lockTitled(ctx, need.organisationId, need.title)) await link(ctx, one);
  };
  return {
    async 'organisation.changed.v1'(ctx, { data }) {
      const organisation = await copies.find(ctx, 'organisation', data.id);
      if (!organisation) return;
      await cases.putOrganisationName(ctx, organisation.id, organisation.name);
      for (const one of await cases.lockNaming(ctx, organisation.name)) await link(ctx, one);
    },
    'need.published.v1': onNeed,
    'need.changed.v1': onNeed,
    'need.drafted.v1': onNeed,
  };
}
