import type { NeedState } from '@duijie/contracts';

const matched: readonly NeedState[] = ['draft', 'submitted', 'returned', 'published', 'responding'];
const shown: readonly NeedState[] = [
  'published',
  'responding',
  'deciding',
  'awarded',
  'in_delivery',
  'completed',
  'failed',
];

/** Whether a need's list is kept up. The list of a need that is decided or withdrawn stays as it was. */
export const isMatched = (state: NeedState): boolean => matched.includes(state);
/** Whether providers may see the need at all. */
export const isShown = (state: NeedState): boolean => shown.includes(state);
/** Whether a need stands in the lists of packages: it can be taken up now. */
export const takesResponses = (state: NeedState): boolean => state === 'published' || state === 'responding';
