import { dealsPolicy, dealsRoutes } from './deals/routes';
import { deskPolicy, deskRoutes } from './desk/routes';
import { discoveryPolicy, discoveryRoutes } from './discovery/routes';
import { gatewayPolicy, gatewayRoutes } from './gateway/routes';
import { identityPolicy, identityRoutes } from './identity/routes';
import { matcherPolicy, matcherRoutes } from './matcher/routes';
import { needsPolicy, needsRoutes } from './needs/routes';
import { offersPolicy, offersRoutes } from './offers/routes';
import type { Grant } from './policy';
import type { RouteContract } from './route';

/** Every route there is, by service. Its type is written out: inferred, it would be longer than the compiler writes. */
export const routes: {
  readonly identity: typeof identityRoutes;
  readonly needs: typeof needsRoutes;
  readonly offers: typeof offersRoutes;
  readonly matcher: typeof matcherRoutes;
  readonly discovery: typeof discoveryRoutes;
  readonly deals: typeof dealsRoutes;
  readonly desk: typeof deskRoutes;
  readonly gateway: typeof gatewayRoutes;
} = {
  identity: identityRoutes,
  needs: needsRoutes,
  offers: offersRoutes,
  matcher: matcherRoutes,
  discovery: discoveryRoutes,
  deals: dealsRoutes,
  desk: deskRoutes,
  gateway: gatewayRoutes,
};

/** All routes in one list, in the order of the services. */
export const allRoutes: readonly RouteContract[] = Object.values(routes).flatMap(
  (table) => Object.values(table) as RouteContract[],
);

/** The one policy table: operation id → the ways to be allowed. Each part is checked against its routes by the compiler. */
export const policy: Readonly<Record<string, readonly Grant[]>> = {
  ...identityPolicy,
  ...needsPolicy,
  ...offersPolicy,
  ...matcherPolicy,
  ...discoveryPolicy,
  ...dealsPolicy,
  ...deskPolicy,
  ...gatewayPolicy,
};
