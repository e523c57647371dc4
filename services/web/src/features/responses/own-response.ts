import { listLotResponses, type LotView, type ResponseSummary } from '@duijie/contracts';
import { useCall } from '../../api/use-call';
import { useSession } from '../../session/session';

/** The response of the organisation acted for to a lot's present attempt, or the consortium that it belongs to. */
export function useOwnResponse(lot: LotView | undefined) {
  const { me } = useSession();
  const own = me?.actingFor?.organisationId ?? '';
  const { data, error, isPending } = useCall(
    listLotResponses,
    { params: { lotId: lot?.id ?? '' }, query: { limit: 100 } },
    { enabled: lot !== undefined && own !== '' },
  );
  const mine = (data?.items ?? []).filter(
    ({ you, attempt, state }: ResponseSummary) =>
      you !== null && you !== 'declined' && attempt === lot?.attempt && state !== 'withdrawn',
  );
  return { response: mine[0] ?? null, error, pending: isPending };
}
