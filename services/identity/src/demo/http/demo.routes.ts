import { identityRoutes } from '@duijie/contracts';
import { bind, type BoundRoute } from '@duijie/service-kit';
import type { IdentityDeps } from '../../identity-deps';
import { emptyDemo } from '../empty-demo';
import { showDemo } from '../show-demo';

export function demoRoutes(deps: IdentityDeps, nudge: () => void): readonly BoundRoute[] {
  const show = showDemo(deps);
  const empty = emptyDemo(deps, nudge);
  return [
    bind(identityRoutes.getDemo, (ctx) => show(ctx)),
    bind(identityRoutes.emptyDemo, (ctx, { body }) => empty(ctx, body)),
  ];
}
