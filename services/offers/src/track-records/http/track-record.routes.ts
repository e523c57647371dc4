import { offersRoutes } from '@duijie/contracts';
import { bind, NotFound, type BoundRoute } from '@duijie/service-kit';
import { presentTrackRecord, setTrackRecord, type TrackRecordDeps } from '../set-track-record';

export function trackRecordRoutes(deps: TrackRecordDeps): BoundRoute[] {
  const set = setTrackRecord(deps);
  return [
    bind(offersRoutes.getTrackRecord, async (ctx, { params }) => {
      if (!(await deps.organisations.find(ctx, params.organisationId))) throw new NotFound();
      return presentTrackRecord(params.organisationId, await deps.records.find(ctx, params.organisationId));
    }),
    bind(offersRoutes.setTrackRecord, (ctx, { params, body, ifMatch }) =>
      set(ctx, params.organisationId, ifMatch, body),
    ),
  ];
}
