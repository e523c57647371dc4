import type { Context } from '@duijie/service-kit';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import type { Agreement } from './agreement';

const groupLinks = ['sponsors', 'leads', 'hosts'];

/**
 * Who may do a component: the members of the agreement, and the provider group around its lead (出资举办、牵头组建、挂靠), but
 * nobody behind the conflict wall of the need.
 */
export async function allowedMembers(
  copies: CopiesRepository,
  ctx: Context,
  one: Pick<Agreement, 'leadId' | 'memberIds' | 'needId' | 'posterId'>,
): Promise<ReadonlySet<string>> {
  const links = await copies.linksAround(ctx, [one.leadId]);
  const group = links
    .filter(({ from, type, to }) => groupLinks.includes(type) && (from === one.leadId || to === one.leadId))
    .map(({ from, to }) => (from === one.leadId ? to : from));
  const excluded = (await copies.need(ctx, one.needId))?.excludedOrganisationIds ?? [];
  const outside = [one.posterId, ...excluded];
  return new Set([...one.memberIds, ...group.filter((id) => !outside.includes(id))]);
}
