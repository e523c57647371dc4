import { identityRoutes } from '@duijie/contracts';
import { bind, NotFound, Unavailable, type BoundRoute } from '@duijie/service-kit';
import { answerPage } from '../../answer-page';
import type { IdentityDeps } from '../../identity-deps';
import { createPlacesReadModel } from '../persistence/places.read-model';

export function placesRoutes({ database }: IdentityDeps): readonly BoundRoute[] {
  const places = createPlacesReadModel(database);
  return [
    bind(identityRoutes.listDistricts, async (ctx) => {
      const [city, items] = await Promise.all([places.city(ctx), places.districts(ctx)]);
      if (!city) throw new Unavailable({ zh: '区划数据正在载入', en: 'Places are being loaded' });
      const { source, sourceDate, ...names } = city;
      return { city: names, source, sourceDate, items };
    }),
    bind(identityRoutes.listSubdistricts, async (ctx, { params }) => {
      const items = await places.subdistricts(ctx, params.districtCode);
      if (!items) throw new NotFound();
      return { items };
    }),
    bind(identityRoutes.listCommunities, async (ctx, { params, query }) => {
      if (!(await places.subdistrictExists(ctx, params.subdistrictCode))) throw new NotFound();
      return answerPage(await places.communities(ctx, params.subdistrictCode, query));
    }),
    bind(identityRoutes.findCommunities, async (ctx, { query }) => {
      return answerPage(await places.communitiesByName(ctx, query.name, query));
    }),
  ];
}
