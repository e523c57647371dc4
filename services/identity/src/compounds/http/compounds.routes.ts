import { identityRoutes } from '@duijie/contracts';
import { bind, NotFound, ValidationFailed, type BoundRoute } from '@duijie/service-kit';
import { answerPage } from '../../answer-page';
import type { IdentityDeps } from '../../identity-deps';
import { shortCommunityName } from '../../places/short-community-name';
import { changeCompound } from '../change-compound';
import { answersFor } from '../compound-access';
import { createCompound } from '../create-compound';
import { createCompoundsRepository } from '../persistence/compounds.repository';
import { presentCompound } from './compound.presenter';

export function compoundsRoutes(deps: IdentityDeps): readonly BoundRoute[] {
  const compounds = createCompoundsRepository(deps.database);
  const create = createCompound(deps);
  const change = changeCompound(deps);
  return [
    bind(identityRoutes.listCompounds, async (ctx, { query }) => {
      const { district, subdistrict, community } = query;
      if (subdistrict !== undefined && district === undefined)
        throw new ValidationFailed([
          { pointer: '?district', detail: { zh: '请一并给出区', en: 'Give the district too' } },
        ]);
      if (community !== undefined && subdistrict === undefined)
        throw new ValidationFailed([
          { pointer: '?subdistrict', detail: { zh: '请一并给出街道', en: 'Give the subdistrict too' } },
        ]);
      if (query.contractEndsBy !== undefined && query.firmId === undefined)
        throw new ValidationFailed([
          { pointer: '?firmId', detail: { zh: '请一并给出物业企业', en: 'Give the firm too' } },
        ]);
      const filter = { ...query, community: community === undefined ? undefined : shortCommunityName(community) };
      return answerPage(await compounds.page(ctx, filter, query));
    }),
    bind(identityRoutes.createCompound, (ctx, { body }) => create(ctx, body)),
    bind(identityRoutes.getCompound, async (ctx, { params }) => {
      const compound = await compounds.find(ctx, params.compoundId);
      if (!compound) throw new NotFound();
      const communities = await compounds.communities(ctx, compound.id);
      return presentCompound(
        compound,
        communities.map((c) => c.community),
        answersFor(ctx, compound, communities),
      );
    }),
    bind(identityRoutes.changeCompound, (ctx, { params, body, ifMatch }) =>
      change(ctx, params.compoundId, body, ifMatch),
    ),
  ];
}
