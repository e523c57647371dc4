import { needsRoutes } from '@duijie/contracts';
import { bind, type BoundRoute } from '@duijie/service-kit';
import { understandText } from '../../understand-text';
import { listCorrections, takeBackCorrection } from '../keep-corrections';

type Deps = Parameters<typeof understandText>[0] & Parameters<typeof takeBackCorrection>[0];

/** What texts are understood to say, and what corrections have taught. */
export function understandingRoutes(deps: Deps): BoundRoute[] {
  const understand = understandText(deps);
  const list = listCorrections(deps);
  const takeBack = takeBackCorrection(deps);
  const r = needsRoutes;
  return [
    bind(r.understandText, (ctx, { body }) => understand(ctx, body)),
    bind(r.listCorrections, (ctx, { query }) => list(ctx, query)),
    bind(r.takeBackCorrection, (ctx, { params, ifMatch, body }) =>
      takeBack(ctx, params.correctionId, ifMatch, body.reason),
    ),
    bind(r.restoreCorrection, (ctx, { params, ifMatch }) => takeBack(ctx, params.correctionId, ifMatch, null)),
  ];
}
