import { offersRoutes } from '@duijie/contracts';
import { bind, type BoundRoute, type Context } from '@duijie/service-kit';
import { changeTaxonomy } from '../change-taxonomy';
import type { TaxonomyDeps } from '../load-taxonomy';
import { presentTaxonomy } from '../taxonomy';
import { addLeaf, changeLeaf, enterCoreServices, retireLeaf } from '../taxonomy-changes';

export function taxonomyRoutes(deps: TaxonomyDeps): BoundRoute[] {
  const change = changeTaxonomy(deps);
  return [
    bind(offersRoutes.getTaxonomy, async (ctx: Context) => presentTaxonomy(await deps.taxonomies.read(ctx))),
    bind(offersRoutes.addTaxonomyLeaf, (ctx, { body, ifMatch }) => change(ctx, ifMatch, addLeaf(body))),
    bind(offersRoutes.changeTaxonomyLeaf, (ctx, { params, body, ifMatch }) =>
      change(ctx, ifMatch, changeLeaf(params.code, body)),
    ),
    bind(offersRoutes.retireTaxonomyLeaf, (ctx, { params, ifMatch }) =>
      change(ctx, ifMatch, retireLeaf(params.code, true)),
    ),
    bind(offersRoutes.restoreTaxonomyLeaf, (ctx, { params, ifMatch }) =>
      change(ctx, ifMatch, retireLeaf(params.code, false)),
    ),
    bind(offersRoutes.setCoreServices, (ctx, { body, ifMatch }) =>
      change(ctx, ifMatch, enterCoreServices(body.coreServices)),
    ),
  ];
}
