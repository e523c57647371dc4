import type { LotState } from '@duijie/contracts';
import type { LotProgress } from './lot-progress';

/** States that a need has by its lots. */
export type StateFromLots = 'responding' | 'deciding' | 'awarded' | 'in_delivery' | 'completed' | 'returned' | 'failed';

/** Lots that still go on, the least advanced first. */
const live = [
  ['upcoming', 'responding'],
  ['open', 'responding'],
  ['deciding', 'deciding'],
  ['awarded', 'awarded'],
  ['in_delivery', 'in_delivery'],
] as const satisfies readonly (readonly [LotState, StateFromLots])[];
/** Where the next publication of the need starts a lot anew. */
const reopened: readonly LotState[] = ['failed', 'given_back', 'closed'];

/**
 * Derives a need's state from its lots: the least advanced that goes on decides. Where none goes on, one that was given
 * back gives the need back to its owner; else it is completed by what was awarded, and failed where nothing was.
 * @param lotIds the need's lots; one of which nothing was told is not open yet
 * @param publishedVersion version of the need's last publication: what ended before it is about to begin anew
 * @returns null when every lot was closed, which deals does where the need itself had ended
 */
export function stateFromLots(
  lotIds: readonly string[],
  told: readonly Pick<LotProgress, 'lotId' | 'state' | 'needVersion'>[],
  publishedVersion: number,
): StateFromLots | null {
  const states = lotIds.map((id): LotState => {
    const lot = told.find((each) => each.lotId === id);
    if (!lot) return 'upcoming';
    return reopened.includes(lot.state) && lot.needVersion < publishedVersion ? 'upcoming' : lot.state;
  });
  const least = live.find(([state]) => states.includes(state));
  if (least) return least[1];
  if (states.includes('given_back')) return 'returned';
  if (states.includes('completed')) return 'completed';
  return states.includes('failed') ? 'failed' : null;
}
