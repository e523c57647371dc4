import { providerKinds, type NeedBody, type PackageBody } from '@duijie/contracts';
import type { EventHandlers, TransactionContext } from '@duijie/service-kit';
import { isPublicNeed } from '../document/need-content';
import { isPublicPackage } from '../document/package-content';
import type { DocumentsRepository } from '../persistence/documents.repository';
import { changedLeaves } from './changed-leaves';

/**
 * What discovery takes from others. Handlers only note states and what is to be composed anew; the composer does the rest.
 * @param tell called after the commit: `changed` when something is to be composed
 */
export function discoveryEvents(
  documents: DocumentsRepository,
  tell: { changed: () => void; taxonomyChanged: () => void },
): EventHandlers {
  const onNeed = async (ctx: TransactionContext, { sequence, data }: { sequence: number; data: NeedBody }) => {
    await documents.putState(ctx, {
      kind: 'need',
      id: data.id,
      organisationId: data.organisationId,
      sequence,
      source: isPublicNeed(data) ? data : null,
    });
    ctx.transaction.afterCommit(tell.changed);
  };
  const onPackage = async (ctx: TransactionContext, { sequence, data }: { sequence: number; data: PackageBody }) => {
    await documents.putState(ctx, {
      kind: 'package',
      id: data.id,
      organisationId: data.providerId,
      sequence,
      source: isPublicPackage(data) ? data : null,
    });
    await documents.touchOrganisation(ctx, data.providerId, ['provider']);
    ctx.transaction.afterCommit(tell.changed);
  };
  return {
    'need.published.v1': onNeed,
    'need.changed.v1': onNeed,
    'package.published.v1': onPackage,
    'package.changed.v1': onPackage,
    async 'organisation.changed.v1'(ctx, { sequence, data }) {
      const held = await documents.organisation(ctx, data.id);
      if (held && held.sequence >= sequence) return;
      await documents.putOrganisation(ctx, data, sequence);
      if ((providerKinds as readonly string[]).includes(data.kind)) await documents.putProvider(ctx, data.id);
      const hidden = data.verification !== 'verified';
      await documents.touchOrganisation(ctx, data.id, ['package', 'provider'], hidden);
      if (held?.body.kind !== data.kind) await documents.touchOrganisation(ctx, data.id, ['need']);
      ctx.transaction.afterCommit(tell.changed);
    },
    async 'taxonomy.changed.v1'(ctx, { sequence, data }) {
      const held = await documents.taxonomy(ctx);
      if (held && held.sequence >= sequence) return;
      await documents.putTaxonomy(ctx, data, sequence);
      await documents.touchLeaves(ctx, changedLeaves(held?.body ?? { version: 1, groups: [] }, data));
      ctx.transaction.afterCommit(tell.taxonomyChanged);
      ctx.transaction.afterCommit(tell.changed);
    },
  };
}
