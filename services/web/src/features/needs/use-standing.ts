import type { NeedView } from '@duijie/contracts';
import { sideOf, useSession } from '../../session/session';

/** How the caller stands to a need: what the page offers follows from it; the service decides anyway. */
export interface Standing {
  /** Acts for the poster and may write. */
  readonly poster: boolean;
  readonly broker: boolean;
  /** Of a subdistrict or department that oversees. */
  readonly officer: boolean;
  readonly provider: boolean;
  /** May say “我也要”: a verified poster that the need does not belong to. */
  readonly neighbour: boolean;
}

export function useStanding(need: Pick<NeedView, 'organisationId'>): Standing {
  const acting = useSession().me?.actingFor;
  if (!acting) return { poster: false, broker: false, officer: false, provider: false, neighbour: false };
  const own = acting.organisationId === need.organisationId;
  const side = sideOf(acting.kind);
  const posts = side === 'poster' || acting.kind === 'subdistrict';
  const writes = acting.role !== 'viewer';
  return {
    poster: own && posts && writes,
    broker: side === 'association' && (acting.role === 'broker' || acting.role === 'administrator'),
    officer: side === 'officer' && (acting.role === 'officer' || acting.role === 'owner') && !own,
    provider: side === 'provider' || (side === 'association' && !own),
    neighbour: !own && posts && writes && acting.verification === 'verified',
  };
}

/** Whether somebody sees the suggestions, introductions and history of a need. */
export const seesInside = (standing: Standing): boolean => standing.poster || standing.broker || standing.officer;
