import { listingOf, type Need } from './need';

/** Which event tells of a change, so that drafts stay between their owner and the matcher. @param before null = new */
export function needEventOf(
  before: Need | null,
  after: Need,
): 'need.drafted.v1' | 'need.published.v1' | 'need.changed.v1' {
  const was = before === null ? 'hidden' : listingOf(before);
  const is = listingOf(after);
  if (is === 'open' && was !== 'open') return 'need.published.v1';
  return was === 'hidden' && is === 'hidden' ? 'need.drafted.v1' : 'need.changed.v1';
}
